namespace Insiders.Core.Numerics;

/// <summary>Cuts space in two by random planes until few rows are left together (Dasgupta and Freund 2008).</summary>
/// <remarks>Immutable once grown, safe for any number of threads.</remarks>
internal sealed class ProjectionTree
{
    private readonly Matrix _points;
    private readonly int[] _order;
    private readonly List<Node> _nodes = [];

    private ProjectionTree(Matrix points)
    {
        _points = points;
        _order = [.. Enumerable.Range(0, points.Rows)];
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="points">Shape [rows × dimensions], at least one row; kept, not copied.</param>
    /// <param name="leafRows">Rows a leaf holds at most, 2 or more.</param>
    /// <param name="rng">The tree's own stream.</param>
    public static ProjectionTree Grow(Matrix points, int leafRows, Rng rng)
    {
        var tree = new ProjectionTree(points);
        var normal = new double[points.Columns];
        var pending = new Stack<int>();
        tree._nodes.Add(new Node(0, points.Rows));
        pending.Push(0);
        while (pending.TryPop(out var number))
        {
            var node = tree._nodes[number];
            if (node.To - node.From <= leafRows)
            {
                continue;
            }

            var cut = tree.Cut(node, normal, ref rng);
            tree._nodes[number] = cut with { Low = tree._nodes.Count };
            tree._nodes.Add(new Node(node.From, cut.Middle));
            tree._nodes.Add(new Node(cut.Middle, node.To));
            pending.Push(tree._nodes.Count - 1);
            pending.Push(tree._nodes.Count - 2);
        }

        return tree;
    }

    /// <summary>For each row the rows of its leaf, itself among them; rows of one leaf share one array.</summary>
    public int[][] LeafOfRows()
    {
        var leaves = new int[_points.Rows][];
        foreach (var node in _nodes.Where(node => node.IsLeaf))
        {
            var leaf = _order[node.From..node.To];
            foreach (var row in leaf)
            {
                leaves[row] = leaf;
            }
        }

        return leaves;
    }

    /// <summary>The rows of the leaf that a point falls into, which need not be one of the rows.</summary>
    /// <param name="point">As long as the rows.</param>
    public ReadOnlySpan<int> LeafOf(ReadOnlySpan<double> point)
    {
        var node = _nodes[0];
        while (!node.IsLeaf)
        {
            var side = RowOperations.Dot(point, _points.Row(node.First)) - RowOperations.Dot(point, _points.Row(node.Second));
            node = _nodes[side < node.Offset ? node.Low : node.Low + 1];
        }

        return _order.AsSpan(node.From, node.To - node.From);
    }

    /// <summary>Orders a node's rows by side of the plane halfway between two of them.</summary>
    private Node Cut(Node node, double[] normal, ref Rng rng)
    {
        var rows = _order.AsSpan(node.From, node.To - node.From);
        var (a, b) = (rows[rng.NextInt(rows.Length)], rows[rng.NextInt(rows.Length)]);
        var first = _points.Row(a);
        var second = _points.Row(b);
        var offset = 0.0;
        for (var d = 0; d < normal.Length; d++)
        {
            normal[d] = first[d] - second[d];
            offset += normal[d] * (first[d] + second[d]) / 2;
        }

        var left = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (RowOperations.Dot(_points.Row(rows[i]), normal) < offset)
            {
                (rows[left], rows[i]) = (rows[i], rows[left]);
                left++;
            }
        }

        // Equal rows have no plane between them: cut the list in half.
        var middle = node.From + (left == 0 || left == rows.Length ? rows.Length / 2 : left);
        return node with { Middle = middle, First = a, Second = b, Offset = offset };
    }

    /// <summary>A stretch of the order. An inner node has the plane halfway between two rows; its low side is node <see cref="Low"/>, the other the next.</summary>
    private readonly record struct Node(int From, int To)
    {
        public int Middle { get; init; }

        public int First { get; init; }

        public int Second { get; init; }

        public double Offset { get; init; }

        public int Low { get; init; }

        public bool IsLeaf => Low == 0;
    }
}
