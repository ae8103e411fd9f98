using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Learning.Stability;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Learning.Stability;

public sealed class ConsensusTests
{
    // Rows 0 and 1 are together in all three, 3 and 4 in all; 2 is with the first in two of three, with the others in one.
    private static readonly Partition[] s_three = [new([0, 0, 0, 1, 1], 2), new([1, 1, 1, 0, 0], 2), new([0, 0, 1, 1, 1], 2)];

    [Fact]
    public void What_most_partitions_put_together_stays_together()
    {
        Assert.Equal([0, 0, 0, 1, 1], Consensus.Of(s_three, null, CancellationToken.None).Labels.AsEnumerable());
        Assert.Equal([0, 0, 1, 2, 2], Consensus.Of(s_three, 3, CancellationToken.None).Labels.AsEnumerable());
    }

    [Fact]
    public void Rows_that_no_partition_parts_stay_together_however_many_clusters_are_wanted()
    {
        var found = Consensus.Of(s_three, 5, CancellationToken.None);

        Assert.Equal([0, 0, 1, 2, 2], found.Labels.AsEnumerable());
        Assert.Equal(5, found.ClusterCount);
    }

    [Fact]
    public void One_partition_is_its_own_consensus_and_the_order_of_several_does_not_matter()
    {
        Assert.Equal([0, 0, 1, 1, 1], Consensus.Of([s_three[2]], null, CancellationToken.None).Labels.AsEnumerable());
        Assert.Equal(Consensus.Of(s_three, null, CancellationToken.None).Labels.AsEnumerable(), Consensus.Of([.. s_three.Reverse()], null, CancellationToken.None).Labels);
    }

    [Fact]
    public void Consensus_of_ten_seeds_moves_less_between_two_tens_than_single_seeds_do()
    {
        var points = Blobs.Of(400, 7, 5, spread: 55);
        Partition[] seeds = [.. Enumerable.Range(0, 20).Select(seed => KMeans.Fit(points, new KMeansOptions { Clusters = 7, Starts = 1, Seed = (ulong)seed, Threads = 1 }, CancellationToken.None).Partition)];

        var between = PartitionAgreement.AdjustedRand(Consensus.Of(seeds[..10], 7, CancellationToken.None), Consensus.Of(seeds[10..], 7, CancellationToken.None));

        Assert.True(between > SeedAgreement.Of(seeds).Median, $"{between} is no more than {SeedAgreement.Of(seeds).Median}.");
    }

    [Fact]
    public void Nothing_other_rows_and_more_clusters_than_rows_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Consensus.Of([], null, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => Consensus.Of([s_three[0], new Partition([0], 1)], null, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => Consensus.Of(s_three, 6, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => SeedAgreement.Of([s_three[0]]));
    }

    [Fact]
    public void Agreement_is_said_by_its_lowest_its_median_and_its_highest_pair()
    {
        var third = PartitionAgreement.AdjustedRand(s_three[0], s_three[2]);

        Assert.Equal(new SeedAgreement(third, third, 1), SeedAgreement.Of(s_three));
    }
}
