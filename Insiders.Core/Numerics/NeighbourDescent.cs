namespace Insiders.Core.Numerics;

/// <summary>Nearest neighbours, almost all of them, without comparing everything with everything.</summary>
/// <remarks>
/// Dong, Moses and Li (2011), "a neighbour of a neighbour is likely a neighbour", started from random projection trees (Dasgupta
/// and Freund 2008) as pynndescent does. Departure: in a round each row looks at the lists of the round before and writes only
/// its own, so that the result is the same for any number of threads. About O(n·k²·d) time per round, at most
/// <see cref="Rounds"/> rounds; more than 95 of 100 true neighbours on the data it is tested with.
/// </remarks>
public static class NeighbourDescent
{
    private const int Rounds = 12;
    private const int Trees = 6;
    private const int LeafRows = 48;
    private const int RowsPerBlock = 64;

    /// <summary>Rounds end when fewer than this share of all places changed.</summary>
    private const double SettledShare = 0.001;

    /// <summary>For each row about the nearest other rows of the same table.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="neighbours">Neighbours per row, itself not counted: 1 to the number of rows − 1.</param>
    /// <param name="metric">How far apart two rows are.</param>
    /// <param name="seed">Seed of the projection trees.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at every 64 rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">More neighbours are asked for than there are other rows.</exception>
    public static NeighbourGraph Within(Matrix points, int neighbours, RowMetric metric, ulong seed, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(neighbours, points.Rows);
        var leaves = new int[Trees][][];
        ParallelRows.For(Trees, 1, threads, (from, _) => leaves[from] = ProjectionTree.Grow(points, LeafRows, Rng.Stream(seed, (ulong)from)).LeafOfRows(), cancellationToken);

        var indices = new int[points.Rows * neighbours];
        var distances = new double[points.Rows * neighbours];
        ParallelRows.For(points.Rows, RowsPerBlock, threads, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var list = ListOf(indices, distances, i);
                list.Clear();
                foreach (var tree in leaves)
                {
                    foreach (var other in tree[i])
                    {
                        Try(ref list, i, other);
                    }
                }

                // A leaf can hold fewer rows than neighbours are asked for.
                for (var other = 1; list.Worst == double.PositiveInfinity; other++)
                {
                    Try(ref list, i, (i + other) % points.Rows);
                }
            }
        }, cancellationToken);

        for (var round = 0; round < Rounds; round++)
        {
            if (Improve() < SettledShare * indices.Length)
            {
                break;
            }
        }

        for (var i = 0; i < distances.Length; i++)
        {
            distances[i] = metric == RowMetric.Euclidean ? Math.Sqrt(distances[i]) : distances[i] / points.Columns;
        }

        return new NeighbourGraph(points.Rows, neighbours, indices, distances);

        NeighbourList ListOf(int[] allIndices, double[] allDistances, int row)
            => new(allIndices.AsSpan(row * neighbours, neighbours), allDistances.AsSpan(row * neighbours, neighbours));

        bool Try(ref NeighbourList list, int row, int other)
        {
            if (row == other)
            {
                return false;
            }

            var distance = metric == RowMetric.Euclidean
                ? Distances.SquaredEuclidean(points.Row(row), points.Row(other)) : Distances.Differing(points.Row(row), points.Row(other));
            return list.OfferOnce(other, distance);
        }

        long Improve()
        {
            var before = indices.AsSpan().ToArray();
            var reverse = Reverse(before, points.Rows, neighbours);
            var changed = new int[points.Rows];
            ParallelRows.For(points.Rows, RowsPerBlock, threads, (from, to) =>
            {
                var seen = new HashSet<int>();
                for (var i = from; i < to; i++)
                {
                    seen.Clear();
                    var list = ListOf(indices, distances, i);
                    foreach (var near in before.AsSpan(i * neighbours, neighbours))
                    {
                        changed[i] += Follow(near, ref list, i, seen);
                    }

                    foreach (var near in reverse[i])
                    {
                        changed[i] += seen.Add(near) && Try(ref list, i, near) ? 1 : 0;
                        changed[i] += Follow(near, ref list, i, seen);
                    }
                }
            }, cancellationToken);
            return changed.Sum(count => (long)count);

            int Follow(int near, ref NeighbourList list, int row, HashSet<int> seen)
            {
                var taken = 0;
                foreach (var far in before.AsSpan(near * neighbours, neighbours))
                {
                    taken += seen.Add(far) && Try(ref list, row, far) ? 1 : 0;
                }

                return taken;
            }
        }
    }

    /// <summary>For each row some of those that name it, at most as many as it has neighbours: those that name it nearest come first.</summary>
    private static List<int>[] Reverse(int[] indices, int rows, int neighbours)
    {
        var reverse = new List<int>[rows];
        for (var i = 0; i < rows; i++)
        {
            reverse[i] = new List<int>(neighbours);
        }

        for (var place = 0; place < neighbours; place++)
        {
            for (var i = 0; i < rows; i++)
            {
                var named = reverse[indices[(i * neighbours) + place]];
                if (named.Count < neighbours)
                {
                    named.Add(i);
                }
            }
        }

        return reverse;
    }
}
