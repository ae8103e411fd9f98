namespace Insiders.Core.Numerics;

/// <summary>Cuts space in two by random planes until few rows are left together.</summary>
internal static class ProjectionTree
{
    /// <summary>For each row the rows of its leaf, itself among them; rows of one leaf share one array.</summary>
    /// <param name="points">Shape [rows × dimensions].</param>
    /// <param name="leafRows">Rows a leaf holds at most, 2 or more.</param>
    /// <param name="rng">The tree's own stream.</param>
    public static int[][] LeafOfRows(Matrix points, int leafRows, Rng rng)
    {
        var leaves = new int[points.Rows][];
        var order = Enumerable.Range(0, points.Rows).ToArray();
        var normal = new double[points.Columns];
        var pending = new Stack<(int From, int To)>();
        pending.Push((0, order.Length));
        while (pending.TryPop(out var range))
        {
            var rows = order.AsSpan(range.From, range.To - range.From);
            if (rows.Length <= leafRows)
            {
                var leaf = rows.ToArray();
                foreach (var row in leaf)
                {
                    leaves[row] = leaf;
                }

                continue;
            }

            var middle = range.From + Cut(points, rows, normal, ref rng);
            pending.Push((middle, range.To));
            pending.Push((range.From, middle));
        }

        return leaves;
    }

    /// <summary>Orders the rows by side of the plane halfway between two of them; returns how many lie on the first side.</summary>
    private static int Cut(Matrix points, Span<int> rows, double[] normal, ref Rng rng)
    {
        var first = points.Row(rows[rng.NextInt(rows.Length)]);
        var second = points.Row(rows[rng.NextInt(rows.Length)]);
        var offset = 0.0;
        for (var d = 0; d < normal.Length; d++)
        {
            normal[d] = first[d] - second[d];
            offset += normal[d] * (first[d] + second[d]) / 2;
        }

        var left = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (RowOperations.Dot(points.Row(rows[i]), normal) < offset)
            {
                (rows[left], rows[i]) = (rows[i], rows[left]);
                left++;
            }
        }

        // Equal rows have no plane between them: cut the list in half.
        return left == 0 || left == rows.Length ? rows.Length / 2 : left;
    }
}
