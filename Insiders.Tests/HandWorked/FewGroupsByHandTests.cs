using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Core.Segments;

namespace Insiders.Tests.HandWorked;

/// <summary>How many groups there are, and which are joined, on a line of a few points.</summary>
public sealed class FewGroupsByHandTests
{
    [Fact]
    public void The_most_clusters_that_are_all_stable_are_chosen_not_the_best_silhouette()
    {
        Assert.Equal(2, StableCount.Choose([(2, 0.99, 0.6), (3, 0.7, 0.5), (4, 0.8, 0.2), (5, 0.79, 0.9)]));
        Assert.Equal(1, StableCount.Choose([(3, 0.9, 0.2), (3, 0.8, 0.3), (4, 0.5, 0.9)])); // of two methods, the higher silhouette
        Assert.Equal(1, StableCount.Choose([(2, 0.3, 0.2), (3, 0.7, 0.1), (4, null, 0.9)])); // none: the nearest to it
        Assert.Equal(0, StableCount.Choose([(2, 0.9, 0.2), (3, 0.95, null)])); // one that no silhouette is defined for is no choice
    }

    [Fact]
    public void Ten_customers_at_least_stand_behind_each_cluster_where_the_range_follows_the_ledger()
    {
        var shop = new SweepOptions { Minimum = 2, Maximum = 11, Adapts = true };

        (int Customers, int Most)[] expected = [(2, 2), (20, 2), (49, 4), (110, 11), (5_000, 11)];
        Assert.All(expected, entry => Assert.Equal((2, entry.Most), (shop.For(entry.Customers).Minimum, shop.For(entry.Customers).Maximum)));
        Assert.Equal((2, 11), ((shop with { Adapts = false }).For(5).Minimum, (shop with { Adapts = false }).For(5).Maximum));
    }

    [Fact]
    public void The_nearest_clusters_are_joined_until_there_are_few_enough_small_ones_first()
    {
        // At 0, 1 (alone), 10 and 11 (two), 30: joining 0 and 1 costs 1 * 1 / 2 = 0.5, 10.5 and 30 2 * 1 / 3 * 19.5² = 253.5.
        var places = Line(0, 1, 10, 11, 30);

        Assert.Equal([0, 0, 1, 1, 2], NearestClusters.Merge(new Partition([0, 1, 2, 2, 3], 4), places, 3).Labels.AsEnumerable());
        Assert.Equal([0, 0, 0, 0, 1], NearestClusters.Merge(new Partition([0, 1, 2, 2, 3], 4), places, 2).Labels.AsEnumerable()); // 0.5 and 10.5: 2 * 2 / 4 * 100 = 100
        Assert.Equal([0, 1, 2, 2, 3], NearestClusters.Merge(new Partition([0, 1, 2, 2, 3], 4), places, 4).Labels.AsEnumerable());
    }

    [Fact]
    public void A_lone_customer_joins_the_nearest_cluster_unless_it_is_an_outlier()
    {
        var places = Line(0, 1, 10, 11, 30);
        var partition = new Partition([0, 0, 1, 1, 2], 3);

        Assert.Equal([0, 0, 1, 1, 1], LoneCustomers.Join(partition, places, [1, 1, 2, 2, 5]).Labels.AsEnumerable());
        Assert.Equal([0, 0, 1, 1, 2], LoneCustomers.Join(partition, places, [1, 1, 2, 2, 6]).Labels.AsEnumerable()); // three times the next
        Assert.False(LoneCustomers.IsOutlier([1, 100], 1)); // of two, either could be the odd one
        Assert.Equal([0, 0], LoneCustomers.Join(new Partition([0, 1], 2), Line(0, 5), [1, 100]).Labels.AsEnumerable());
    }

    private static Matrix Line(params double[] places)
    {
        var line = new Matrix(places.Length, 1);
        for (var i = 0; i < places.Length; i++)
        {
            line[i, 0] = places[i];
        }

        return line;
    }
}
