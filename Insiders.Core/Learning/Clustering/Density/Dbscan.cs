using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary>Density-based clustering: rows with enough others near them, and whatever they reach; the rest is noise.</summary>
/// <remarks>Ester, Kriegel, Sander and Xu (1996). See <c>docs/methods/dbscan.md</c>.</remarks>
public static class Dbscan
{
    private const int RowsPerBlock = 16;

    /// <summary>Finds the clusters.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row.</param>
    /// <param name="radius">How near two rows must be, 0 or more and finite; a distance equal to it is near.</param>
    /// <param name="minimumNeighbours">Rows within the radius, the row itself counted, that make it a core row, at least 1.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="cancellationToken">Looked at every 16 rows.</param>
    /// <returns>Clusters numbered by their first core rows. A row near cores of several clusters belongs to the lowest-numbered of them, as in scikit-learn.</returns>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    /// <remarks>O(n²·d) time, O(n) memory.</remarks>
    public static DbscanModel Fit(Matrix points, double radius, int minimumNeighbours, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (radius is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "A radius is a finite distance of 0 or more.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(minimumNeighbours, 1);
        points.ThrowIfNotFinite(nameof(points));
        var padded = new PaddedRows(points);
        var counts = new int[points.Rows];
        ParallelRows.For(points.Rows, RowsPerBlock, threads, (from, to) => Near(padded, from, to, padded, radius, (i, _) => counts[i]++), cancellationToken);
        int[] cores = [.. Enumerable.Range(0, points.Rows).Where(i => counts[i] >= minimumNeighbours)];
        var coreRows = new PaddedRows(points.SelectRows(cores));
        var sets = new RowSets(cores.Length);
        var gate = new Lock();
        ParallelRows.For(cores.Length, RowsPerBlock, threads, (from, to) =>
        {
            // Which rows end in one set does not depend on the order in which threads come here.
            var pairs = new List<(int, int)>();
            Near(coreRows, from, to, coreRows, radius, (i, j) =>
            {
                if (j < i)
                {
                    pairs.Add((i, j));
                }
            });
            lock (gate)
            {
                pairs.ForEach(pair => sets.Join(pair.Item1, pair.Item2));
            }
        }, cancellationToken);

        var clusters = cores.Length == 0 ? [] : sets.AsPartition(cores.Length).Labels;
        var count = clusters.IsEmpty ? 0 : clusters.Max() + 1;
        return new DbscanModel(points.SelectRows(cores), clusters, count, radius, Assign(padded, coreRows, clusters, count, radius, threads, cancellationToken));
    }

    /// <summary>The lowest-numbered cluster with a core row within the radius, or noise.</summary>
    internal static Partition Assign(
        PaddedRows rows, PaddedRows cores, IReadOnlyList<int> clusters, int count, double radius, int threads, CancellationToken cancellationToken)
    {
        var labels = new int[rows.Rows];
        Array.Fill(labels, int.MaxValue);
        ParallelRows.For(rows.Rows, RowsPerBlock, threads, (from, to) =>
        {
            Near(rows, from, to, cores, radius, (i, core) => labels[i] = Math.Min(labels[i], clusters[core]));
            for (var i = from; i < to; i++)
            {
                labels[i] = labels[i] == int.MaxValue ? Partition.Noise : labels[i];
            }
        }, cancellationToken);
        return new Partition([.. labels], count);
    }

    /// <summary>Tells every pair of one of the rows [from, to) and one of the others that is within the radius.</summary>
    private static void Near(PaddedRows rows, int from, int to, PaddedRows others, double radius, Action<int, int> found)
    {
        Span<double> sixteen = stackalloc double[16];
        for (var a = from; a < to; a += 4)
        {
            for (var b = 0; b < others.Rows; b += 4)
            {
                rows.SquaredEuclidean(a, others, b, sixteen);
                for (var i = a; i < Math.Min(a + 4, to); i++)
                {
                    for (var j = b; j < Math.Min(b + 4, others.Rows); j++)
                    {
                        if (Math.Sqrt(sixteen[(4 * (i - a)) + j - b]) <= radius)
                        {
                            found(i, j);
                        }
                    }
                }
            }
        }
    }
}
