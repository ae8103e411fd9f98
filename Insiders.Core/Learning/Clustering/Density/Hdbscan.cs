using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary>Density-based clustering without a radius: of the clusters there are at every radius, those that last longest.</summary>
/// <remarks>Campello, Moulavi and Sander (2013), with the condensed tree of Campello, Moulavi, Zimek and Sander (2015). See <c>docs/methods/hdbscan.md</c>.</remarks>
public static class Hdbscan
{
    private const int RowsPerBlock = 1_024;

    /// <summary>Finds the clusters.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row.</param>
    /// <param name="minimumClusterSize">Rows a cluster holds at least, and rows (itself counted) whose farthest is a row's core distance; 2 or more.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="cancellationToken">Looked at once per row.</param>
    /// <returns>Clusters numbered by their first rows; no cluster where the rows never part into two that are large enough.</returns>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    /// <remarks>O(n²·d) time, O(n) memory.</remarks>
    public static HdbscanModel Fit(Matrix points, int minimumClusterSize, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumClusterSize, 2);
        cancellationToken.ThrowIfCancellationRequested();
        var cores = KDistances.OfRows(points, minimumClusterSize - 1, threads, cancellationToken);
        var dendrogram = Dendrogram.Of(points.Rows, ShortestTree(points, cores, threads, cancellationToken));
        return CondensedTree.Of(dendrogram, minimumClusterSize).Choose();
    }

    /// <summary>The shortest tree over all rows (Prim 1957) when two rows are as far apart as the largest of their distance and their core distances.</summary>
    private static List<(int A, int B, double Height)> ShortestTree(Matrix points, double[] cores, int threads, CancellationToken cancellationToken)
    {
        var rows = points.Rows;
        var joins = new List<(int A, int B, double Height)>(rows - 1);
        int[] outside = [.. Enumerable.Range(0, rows)];
        var nearest = new int[rows];
        var distances = new double[rows];
        Array.Fill(distances, double.PositiveInfinity);
        var newest = 0;
        for (var count = rows - 1; count > 0; count--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = Array.BinarySearch(outside, 0, count + 1, newest);
            Array.Copy(outside, place + 1, outside, place, count - place);
            var joined = newest;
            ParallelRows.For(count, RowsPerBlock, count < 4 * RowsPerBlock ? 1 : threads, (from, to) =>
            {
                foreach (var row in outside.AsSpan(from, to - from))
                {
                    var apart = Math.Sqrt(Distances.SquaredEuclidean(points.Row(joined), points.Row(row)));
                    var reach = Math.Max(apart, Math.Max(cores[joined], cores[row]));
                    if (reach < distances[row])
                    {
                        (distances[row], nearest[row]) = (reach, joined);
                    }
                }
            }, cancellationToken);

            newest = outside[0];
            foreach (var row in outside.AsSpan(1, count - 1))
            {
                newest = distances[row] < distances[newest] ? row : newest;
            }

            joins.Add((nearest[newest], newest, distances[newest]));
        }

        return joins;
    }
}
