using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>Merges clusters into as many segments as marketing can act on, by the study's rule.</summary>
/// <remarks>
/// The clusters with the highest mean revenue stay. The others fall into four quadrants: mean revenue at least the median of
/// the table of clusters or below × mean recency at least the median or below. Both medians run over <i>all</i> clusters, the
/// kept ones included, each cluster counting once whatever its size, on figures rounded to one decimal: that is what repeats
/// the study's eight segments (see <c>docs/methods/segments.md</c>). With <see cref="MergeOptions.Most"/> every cluster is a segment: those that
/// are too many have been joined where they lie (<see cref="NearestClusters"/>).
/// </remarks>
public static class SegmentMerge
{
    /// <summary>Says which clusters belong together.</summary>
    /// <param name="clusters">What each cluster is like, by cluster number. An empty cluster joins nothing.</param>
    /// <param name="options">How many clusters stay.</param>
    /// <returns>
    /// Cluster numbers per segment, ascending within it; segments by mean revenue, highest first, ties by lowest recency, then
    /// by first cluster. A quadrant no cluster falls into gives no segment, so there are at most <c>Keep</c> + 4.
    /// </returns>
    /// <remarks>O(k log k) time for k clusters; nothing is drawn.</remarks>
    public static ImmutableArray<ImmutableArray<int>> Join(ImmutableArray<GroupProfile> clusters, MergeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var byRevenue = Enumerable.Range(0, clusters.Length)
            .Where(cluster => clusters[cluster].Customers > 0)
            .OrderByDescending(cluster => clusters[cluster].MeanRevenueAmount)
            .ThenBy(cluster => clusters[cluster].RecencyDays)
            .ToArray();
        if (byRevenue.Length == 0)
        {
            return [];
        }

        if (options.Most > 0)
        {
            return [.. byRevenue.Select(cluster => ImmutableArray.Create(cluster))];
        }

        var medianRevenue = Median(byRevenue.Select(cluster => Rounded(clusters[cluster].MeanRevenueAmount)));
        var medianRecency = Median(byRevenue.Select(cluster => Rounded(clusters[cluster].RecencyDays)));

        var kept = byRevenue.Take(options.Keep).Select(cluster => ImmutableArray.Create(cluster));
        var merged = byRevenue.Skip(options.Keep)
            .GroupBy(cluster => (
                Spends: Rounded(clusters[cluster].MeanRevenueAmount) >= medianRevenue,
                Silent: Rounded(clusters[cluster].RecencyDays) >= medianRecency))
            .Select(quadrant => quadrant.Order().ToImmutableArray());

        return [.. kept.Concat(merged)
            .OrderByDescending(segment => Mean(clusters, segment, profile => profile.MeanRevenueAmount))
            .ThenBy(segment => Mean(clusters, segment, profile => profile.RecencyDays))
            .ThenBy(segment => segment[0])];
    }

    private static double Rounded(double value) => Math.Round(value, 1);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double Mean(ImmutableArray<GroupProfile> clusters, ImmutableArray<int> segment, Func<GroupProfile, double> mean)
        => segment.Sum(cluster => mean(clusters[cluster]) * clusters[cluster].Customers) / segment.Sum(cluster => clusters[cluster].Customers);
}
