namespace Insiders.Core.Numerics;

/// <summary>Nearest neighbours by comparing everything with everything.</summary>
/// <remarks>O(n·m·d) time, O(n·k) memory; the same result for any number of threads and on any processor.</remarks>
public static class ExactNeighbours
{
    private const int QueriesPerBlock = 16;
    private const int CandidatesPerTile = 256;

    /// <summary>For each row the nearest other rows of the same table.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="neighbours">Neighbours per row, itself not counted: 1 to the number of rows − 1.</param>
    /// <param name="metric">How far apart two rows are.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at every 16 rows.</param>
    /// <exception cref="ArgumentOutOfRangeException">More neighbours are asked for than there are rows.</exception>
    public static NeighbourGraph Within(Matrix points, int neighbours, RowMetric metric, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(neighbours, points.Rows);
        var padded = new PaddedRows(points);
        return Find(padded, padded, points.Columns, neighbours, metric, threads, cancellationToken);
    }

    /// <summary>For each row of <paramref name="queries"/> the nearest rows of <paramref name="points"/>.</summary>
    /// <param name="queries">Shape [queries × dimensions], finite.</param>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="neighbours">Neighbours per query, 1 to the number of rows.</param>
    /// <param name="metric">How far apart two rows are.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at every 16 queries.</param>
    /// <exception cref="ArgumentException">The dimensions differ.</exception>
    public static NeighbourGraph Between(Matrix queries, Matrix points, int neighbours, RowMetric metric, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(points);
        if (queries.Columns != points.Columns)
        {
            throw new ArgumentException($"Queries have {queries.Columns} dimensions where the points have {points.Columns}.", nameof(queries));
        }

        return Find(new PaddedRows(queries), new PaddedRows(points), points.Columns, neighbours, metric, threads, cancellationToken);
    }

    private static NeighbourGraph Find(
        PaddedRows queries, PaddedRows points, int columns, int neighbours, RowMetric metric, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(neighbours, points.Rows);
        var ownRows = ReferenceEquals(queries, points);
        var indices = new int[queries.Rows * neighbours];
        var distances = new double[queries.Rows * neighbours];
        ParallelRows.For(queries.Rows, QueriesPerBlock, threads, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                ListOf(i).Clear();
            }

            // A tile of candidates stays in the cache while all queries of the block pass over it.
            for (var tile = 0; tile < points.Rows; tile += CandidatesPerTile)
            {
                Compare(from, to, tile, Math.Min(points.Rows, tile + CandidatesPerTile));
            }

            for (var i = from * neighbours; i < to * neighbours; i++)
            {
                distances[i] = metric == RowMetric.Euclidean ? Math.Sqrt(distances[i]) : distances[i] / columns;
            }
        }, cancellationToken);
        return new NeighbourGraph(queries.Rows, neighbours, indices, distances);

        NeighbourList ListOf(int row) => new(indices.AsSpan(row * neighbours, neighbours), distances.AsSpan(row * neighbours, neighbours));

        void Compare(int from, int to, int tileFrom, int tileTo)
        {
            Span<double> sixteen = stackalloc double[16];
            for (var a = from; a < to; a += 4)
            {
                for (var b = tileFrom; b < tileTo; b += 4)
                {
                    if (metric == RowMetric.Euclidean)
                    {
                        queries.SquaredEuclidean(a, points, b, sixteen);
                    }
                    else
                    {
                        queries.Differing(a, points, b, sixteen);
                    }

                    for (var i = 0; i < 4 && a + i < to; i++)
                    {
                        var list = ListOf(a + i);
                        for (var j = 0; j < 4 && b + j < tileTo; j++)
                        {
                            if (sixteen[(4 * i) + j] <= list.Worst && !(ownRows && a + i == b + j))
                            {
                                list.Offer(b + j, sixteen[(4 * i) + j]);
                            }
                        }
                    }
                }
            }
        }
    }
}
