using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Segments;

public sealed class ClusterOrderTests
{
    [Fact]
    public void The_cluster_with_the_highest_mean_revenue_becomes_number_0()
    {
        var features = SmallTables.Of((10, 5), (300, 5), (20, 5), (100, 5));

        // Cluster 0 has the higher sum of the first two (130 against 300 and 10): means decide, not sums.
        var ordered = ClusterOrder.ByRevenue(features, new Partition([2, 1, 0, 0], 3));

        Assert.Equal([2, 0, 1, 1], ordered.Labels.AsEnumerable());
    }

    [Fact]
    public void Equal_revenue_goes_by_lowest_recency_and_then_by_first_customer()
    {
        var features = SmallTables.Of((50, 9), (50, 9), (50, 3));

        var ordered = ClusterOrder.ByRevenue(features, new Partition([1, 0, 2], 3));

        Assert.Equal([1, 2, 0], ordered.Labels.AsEnumerable());
    }

    [Fact]
    public void Noise_stays_noise_and_empty_clusters_are_dropped()
    {
        var features = SmallTables.Of((50, 9), (70, 9), (90, 3));

        var ordered = ClusterOrder.ByRevenue(features, new Partition([4, 1, Partition.Noise], 5));

        Assert.Equal([1, 0, Partition.Noise], ordered.Labels.AsEnumerable());
        Assert.Equal(2, ordered.ClusterCount);
    }

    [Fact]
    public void Labels_that_do_not_fit_the_customers_are_refused_with_both_counts()
    {
        var error = Assert.Throws<ArgumentException>(() => ClusterOrder.ByRevenue(SmallTables.Of((1, 1)), new Partition([0, 0], 1)));

        Assert.Contains("2 labels do not fit 1 customers", error.Message, StringComparison.Ordinal);
    }
}
