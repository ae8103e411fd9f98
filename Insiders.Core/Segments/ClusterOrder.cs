using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Segments;

/// <summary>Gives clusters numbers that mean something: 0 is the cluster with the highest mean revenue.</summary>
public static class ClusterOrder
{
    /// <summary>Renumbers clusters by mean gross_revenue, highest first.</summary>
    /// <param name="features">One row per customer; gross_revenue and recency_days are read.</param>
    /// <param name="partition">One label per customer of <paramref name="features"/>.</param>
    /// <returns>
    /// The same groups under new numbers; noise stays noise and empty clusters are dropped, so the count may shrink. Equal
    /// mean revenues go by lowest mean recency, then by the first customer.
    /// </returns>
    /// <exception cref="ArgumentException">Label count differs from customer count; the message gives both.</exception>
    /// <remarks>O(n) time. The method that found the clusters numbers them by chance; this order depends on the groups alone.</remarks>
    public static Partition ByRevenue(FeatureTable features, Partition partition)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(partition);
        var profiles = GroupProfiles.Build(features, partition.Labels, partition.ClusterCount);
        var firstCustomer = new int[partition.ClusterCount];
        for (var i = partition.Labels.Length - 1; i >= 0; i--)
        {
            if (partition.Labels[i] != Partition.Noise)
            {
                firstCustomer[partition.Labels[i]] = i;
            }
        }

        var order = Enumerable.Range(0, partition.ClusterCount)
            .Where(cluster => profiles[cluster].Customers > 0)
            .OrderByDescending(cluster => profiles[cluster].MeanRevenueAmount)
            .ThenBy(cluster => profiles[cluster].RecencyDays)
            .ThenBy(cluster => firstCustomer[cluster])
            .ToArray();

        var numbers = new int[partition.ClusterCount];
        for (var number = 0; number < order.Length; number++)
        {
            numbers[order[number]] = number;
        }

        var labels = ImmutableArray.CreateRange(partition.Labels, label => label == Partition.Noise ? Partition.Noise : numbers[label]);
        return new Partition(labels, order.Length);
    }
}
