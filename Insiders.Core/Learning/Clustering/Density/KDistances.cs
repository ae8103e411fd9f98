using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary>How far each row's k-th nearest row is: what a radius for <see cref="Dbscan"/> is chosen by (Ester, Kriegel, Sander and Xu 1996, section 4.2).</summary>
public sealed record KDistances
{
    private KDistances(ImmutableArray<double> sorted) => Sorted = sorted;

    /// <summary>One distance per row, ascending.</summary>
    public ImmutableArray<double> Sorted { get; }

    /// <summary>
    /// The distance at the knee of the curve: where it is farthest below the line from its first point to its last, both axes scaled to 0 … 1 (Satopää, Albrecht, Irwin and
    /// Raghavan 2011). Rows beyond it are farther from others than most.
    /// </summary>
    public double SuggestedRadius
    {
        get
        {
            var (lowest, highest) = (Sorted[0], Sorted[^1]);
            var (knee, depth) = (Sorted.Length - 1, 0.0);
            for (var i = 0; i < Sorted.Length && highest > lowest; i++)
            {
                var below = ((double)i / (Sorted.Length - 1)) - ((Sorted[i] - lowest) / (highest - lowest));
                (knee, depth) = below > depth ? (i, below) : (knee, depth);
            }

            return Sorted[knee];
        }
    }

    /// <summary>Measures every row.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row.</param>
    /// <param name="neighbours">k: other rows, at least 1; with fewer, the farthest counts.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="cancellationToken">Looked at every 16 rows.</param>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    /// <remarks>O(n²·d) time.</remarks>
    public static KDistances Of(Matrix points, int neighbours, int threads, CancellationToken cancellationToken)
        => new([.. OfRows(points, neighbours, threads, cancellationToken).Order()]);

    /// <summary>The distances in the order of rows.</summary>
    internal static double[] OfRows(Matrix points, int neighbours, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        points.ThrowIfNotFinite(nameof(points));
        if (points.Rows == 1)
        {
            return [0];
        }

        var graph = ExactNeighbours.Within(points, Math.Min(neighbours, points.Rows - 1), RowMetric.Euclidean, threads, cancellationToken);
        return [.. Enumerable.Range(0, points.Rows).Select(i => graph.DistancesOf(i)[^1])];
    }
}
