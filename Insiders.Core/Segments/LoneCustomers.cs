using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;

namespace Insiders.Core.Segments;

/// <summary>Clusters of one customer: nothing can be done for a group of one, so it joins the nearest unless the customer is an outlier.</summary>
public static class LoneCustomers
{
    /// <summary>A customer who spent so many times what any other did is an outlier.</summary>
    public const double OutlierMultiple = 3;

    /// <summary>True for the one customer, if there is one, who spent at least three times what any other did.</summary>
    /// <param name="revenue">One value per customer.</param>
    /// <param name="row">The customer.</param>
    public static bool IsOutlier(IReadOnlyList<double> revenue, int row)
    {
        ArgumentNullException.ThrowIfNull(revenue);
        var next = revenue.Where((_, other) => other != row).DefaultIfEmpty().Max();
        return revenue.Count > 2 && next > 0 && revenue[row] >= OutlierMultiple * next;
    }

    /// <summary>Joins each lone customer who is no outlier to the nearest cluster.</summary>
    /// <param name="partition">One label per customer.</param>
    /// <param name="places">Shape [customers × dimensions]: the space that the clusters were found in.</param>
    /// <param name="revenue">One value per customer.</param>
    /// <returns>Clusters without gaps in their numbers; the same partition where nobody is alone.</returns>
    public static Partition Join(Partition partition, Matrix places, IReadOnlyList<double> revenue)
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(places);
        while (Lone(partition, revenue) is { } row)
        {
            var groups = NearestClusters.Of(partition, places);
            partition = groups.Joined(partition.Labels[row], groups.NearestTo(partition.Labels[row]));
        }

        return partition;
    }

    private static int? Lone(Partition partition, IReadOnlyList<double> revenue)
    {
        var sizes = partition.Sizes();
        if (sizes.Count(size => size > 0) < 2)
        {
            return null;
        }

        return Enumerable.Range(0, partition.Labels.Length)
            .Where(row => partition.Labels[row] != Partition.Noise && sizes[partition.Labels[row]] == 1 && !IsOutlier(revenue, row))
            .Select(row => (int?)row).FirstOrDefault();
    }
}
