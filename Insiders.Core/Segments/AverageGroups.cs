using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Segments;

/// <summary>Groups for customers who are too few to learn groups from: by what they spent and by how long ago they bought, each against the average.</summary>
/// <remarks>At most four groups, none of one customer unless it is an outlier (<see cref="LoneCustomers"/>).</remarks>
public static class AverageGroups
{
    /// <summary>The fewest customers that groups are learned from: two clusters of ten.</summary>
    public const int FewestToLearnFrom = 20;

    /// <summary>Groups the customers.</summary>
    /// <param name="features">One row per customer; gross_revenue and recency_days are read.</param>
    public static Partition Of(FeatureTable features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var (revenue, recency) = (features.Column("gross_revenue"), features.Column("recency_days"));
        var (spent, silent) = (revenue.DefaultIfEmpty().Average(), recency.DefaultIfEmpty().Average());
        int[] quadrants = [.. Enumerable.Range(0, features.Customers).Select(row => (revenue[row] >= spent ? 0 : 2) + (recency[row] <= silent ? 0 : 1))];
        var numbers = quadrants.Distinct().Order().Select((quadrant, number) => (quadrant, number)).ToDictionary(entry => entry.quadrant, entry => entry.number);
        return new Partition([.. quadrants.Select(quadrant => numbers[quadrant])], numbers.Count);
    }
}
