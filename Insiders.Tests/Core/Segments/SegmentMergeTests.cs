using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Segments;

public sealed class SegmentMergeTests
{
    [Fact]
    public void The_first_clusters_stay_and_the_rest_falls_into_quadrants()
    {
        // Medians over all six: revenue 35, recency 30.
        ImmutableArray<GroupProfile> clusters =
        [
            SmallTables.Profile(90, 1), SmallTables.Profile(50, 20), SmallTables.Profile(40, 50),
            SmallTables.Profile(30, 10), SmallTables.Profile(20, 40), SmallTables.Profile(10, 60),
        ];

        var merged = SegmentMerge.Join(clusters, new MergeOptions { Keep = 1 });

        Assert.Equal(["0", "1", "2", "3", "4,5"], merged.Select(segment => string.Join(',', segment)));
    }

    [Fact]
    public void Segments_are_ordered_by_mean_revenue_per_customer()
    {
        // Medians: revenue 90, recency 70.
        ImmutableArray<GroupProfile> clusters =
        [
            SmallTables.Profile(100, 70, customers: 1), SmallTables.Profile(99, 10, customers: 100),
            SmallTables.Profile(97, 70, customers: 100), SmallTables.Profile(90, 20, customers: 1),
            SmallTables.Profile(10, 70), SmallTables.Profile(9, 70), SmallTables.Profile(8, 70),
        ];

        var merged = SegmentMerge.Join(clusters, new MergeOptions { Keep = 0 });

        // Per customer 98.91 and 97.03; by the mean of the clusters' means it would be 94.5 and 98.5, the other way round.
        Assert.Equal(["1,3", "0,2", "4,5,6"], merged.Select(segment => string.Join(',', segment)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    public void Fewer_clusters_than_are_kept_stay_as_they_are(int clusters, int segments)
    {
        ImmutableArray<GroupProfile> profiles = [.. Enumerable.Range(0, clusters).Select(i => SmallTables.Profile(100 - i, i))];

        Assert.Equal(segments, SegmentMerge.Join(profiles, new MergeOptions()).Length);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(36)]
    public void Every_cluster_belongs_to_one_segment_whatever_their_number(int clusters)
    {
        ImmutableArray<GroupProfile> profiles = [.. Enumerable.Range(0, clusters).Select(i => SmallTables.Profile(1000.0 / (i + 1), (i * 37) % 100))];

        var merged = SegmentMerge.Join(profiles, new MergeOptions());

        Assert.Equal(Enumerable.Range(0, clusters), merged.SelectMany(segment => segment).Order());
        Assert.InRange(merged.Length, 5, 8);
    }

    [Fact]
    public void An_empty_cluster_joins_nothing_and_moves_no_median()
    {
        ImmutableArray<GroupProfile> clusters = [SmallTables.Profile(90, 1), SmallTables.Profile(0, 0, customers: 0), SmallTables.Profile(10, 9)];

        var merged = SegmentMerge.Join(clusters, new MergeOptions { Keep = 0 });

        Assert.Equal(["0", "2"], merged.Select(segment => string.Join(',', segment)));
    }

    [Fact]
    public void Figures_are_compared_after_rounding_to_one_decimal()
    {
        // Median of 10.0 (10.04 rounded) and 10.0: unrounded, cluster 1 lies below the median of 10.02 and cluster 0 above.
        ImmutableArray<GroupProfile> clusters = [SmallTables.Profile(10.04, 5), SmallTables.Profile(10.0, 5)];

        Assert.Equal(["0,1"], SegmentMerge.Join(clusters, new MergeOptions { Keep = 0 }).Select(segment => string.Join(',', segment)));
    }

    [Fact]
    public void Noise_belongs_to_no_segment()
    {
        var features = SmallTables.Of((90, 1), (10, 9), (50, 5));
        var clusters = new Partition([0, 1, Partition.Noise], 2);

        var set = SegmentSet.Build(features, clusters, GroupProfiles.Build(features, clusters.Labels, 2), new MergeOptions());

        Assert.Equal([0, 1, Partition.Noise], set.SegmentOf.AsEnumerable());
        Assert.Equal(2, set.Segments.Sum(segment => segment.Profile.Customers));
    }
}
