using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Segments;

public sealed class GroupProfilesTests
{
    [Fact]
    public void A_profile_has_sum_share_mean_and_median()
    {
        var features = SmallTables.Of((10, 4), (20, 8), (90, 3), (80, 1));

        var profile = GroupProfiles.Build(features, [0, 0, 0, 1], 2)[0];

        Assert.Equal(3, profile.Customers);
        Assert.Equal(0.75, profile.CustomerShare);
        Assert.Equal(120, profile.RevenueAmount);
        Assert.Equal(0.6, profile.RevenueShare);
        Assert.Equal(40, profile.MeanRevenueAmount);
        Assert.Equal(20, profile.MedianRevenueAmount); // 40 if it were the mean
        Assert.Equal(5, profile.RecencyDays);
    }

    [Fact]
    public void The_median_of_an_even_group_lies_between_the_middle_two()
    {
        var profile = GroupProfiles.OfBase(SmallTables.Of((10, 0), (20, 0), (40, 0), (90, 0)));

        Assert.Equal(30, profile.MedianRevenueAmount);
    }

    [Fact]
    public void Noise_counts_in_the_base_and_in_no_group()
    {
        var profile = GroupProfiles.Build(SmallTables.Of((10, 0), (30, 0)), [0, Partition.Noise], 1)[0];

        Assert.Equal(0.5, profile.CustomerShare); // 1 if noise were left out of the base
        Assert.Equal(0.25, profile.RevenueShare);
    }

    [Fact]
    public void An_empty_group_is_zero_everywhere()
    {
        var profile = GroupProfiles.Build(SmallTables.Of((10, 0)), [0], 2)[1];

        Assert.Equal(0, profile.Customers);
        Assert.Equal(0, profile.MeanRevenueAmount);
        Assert.Equal(0, profile.MedianRevenueAmount);
    }
}
