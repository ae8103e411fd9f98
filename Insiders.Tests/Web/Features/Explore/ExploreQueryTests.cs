using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Explore;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.Explore;

public sealed class ExploreQueryTests
{
    private static readonly CustomerTable s_base = FiveCustomers.Build();

    [Fact]
    public void An_empty_address_is_everybody_by_segment_with_the_best_first()
    {
        var state = Read("");

        Assert.Equal((ExploreQuery.Segments, false, false, (string?)null), (state.Colour, state.IsScale, state.IsNarrowed, state.Depth));
        Assert.Equal(CustomerOrder.ByRevenue, state.Order);
        Assert.Equal(5, CustomerPick.Of(s_base, state, null).Picked.Length);
    }

    [Fact]
    public void Money_and_counts_are_logarithmic_until_somebody_says_otherwise()
    {
        Assert.True(Read("?colour=gross_revenue").IsLog);
        Assert.False(Read("?colour=gross_revenue&log=0").IsLog);
        Assert.False(Read("?colour=recency_days").IsLog);
        Assert.True(Read("?colour=recency_days&log=1").IsLog);
        Assert.Equal("/explore?colour=recency_days", Read("?colour=gross_revenue&log=0&page=3").WithColour("recency_days"));
    }

    [Fact]
    public void What_cannot_be_read_is_left_out()
    {
        var state = Read("?colour=age&depth=height&cluster=x&lasso=1,2;3&audience=-1&page=0&sort=age");

        Assert.Equal((ExploreQuery.Segments, (string?)null, false, 1, "gross_revenue"), (state.Colour, state.Depth, state.IsNarrowed, state.Page, state.Order.Column));
    }

    [Fact]
    public void An_outline_a_filter_and_an_audience_all_hold()
    {
        var inside = Read("?box=-1,-1;3,3");
        Assert.Equal([0, 1, 2], CustomerPick.Of(s_base, inside, null).Picked.AsEnumerable());
        Assert.Equal(5, CustomerPick.Of(s_base, inside, null).Seen.Length);
        Assert.Equal([0, 2], CustomerPick.Of(s_base, Read("?box=-1,-1;3,3&segment=7"), null).Picked.AsEnumerable());
        Assert.Equal([2], CustomerPick.Of(s_base, Read("?box=-1,-1;3,3&segment=7"), ImmutableArray.Create(2, 3)).Picked.AsEnumerable());
        Assert.Empty(CustomerPick.Of(s_base, Read("?audience=9"), null).Picked); // everybody, if an audience that is not there were no condition
        Assert.Equal([1, 3], CustomerPick.Of(s_base, Read("?cluster=1&cluster=2"), null).Picked.AsEnumerable());
    }

    [Fact]
    public void The_mask_tells_picked_seen_and_neither_apart()
        => Assert.Equal([2, 0, 2, 0, 0], CustomerPick.Of(s_base, Read("?segment=7"), null).Mask(5)); // Only those seen can be picked.

    [Fact]
    public void An_outline_is_instead_of_an_audience_and_the_list_starts_over()
    {
        Assert.Equal("/explore?colour=cluster&lasso=0%2C0%3B1%2C0%3B1%2C1", Read("?colour=cluster&audience=3&page=4").WithOutline(ExploreQuery.LassoKey, "0,0;1,0;1,1"));
        Assert.Equal("/explore?colour=cluster&audience=3", Read("?colour=cluster&segment=7&box=0,0;1,1").WithAudience(3));
        Assert.Equal("/explore?colour=cluster", Read("?colour=cluster&segment=7&box=0,0;1,1&cluster=2").WithEverybody());
    }

    [Fact]
    public void What_picks_is_all_that_the_mask_is_asked_for()
        => Assert.Equal("?segment=7&country=EIRE&box=0%2C0%3B1%2C1", Read("?colour=cluster&box=0,0;1,1&country=EIRE&find=c1&segment=7&page=2").Picking().To(""));

    [Fact]
    public void A_column_turns_round_when_it_is_asked_for_again()
    {
        Assert.Equal("/explore?sort=recency_days", Read("").SortedBy("recency_days"));
        Assert.Equal("/explore?sort=recency_days&up=1", Read("?sort=recency_days").SortedBy("recency_days"));
        Assert.Equal("/explore?up=1", Read("").SortedBy("gross_revenue"));
    }

    [Theory]
    [InlineData("0,0;4,0;0,4", true)]
    [InlineData("0,0;4,0", false)]
    [InlineData("0,0;4,0;x,4", false)]
    [InlineData("0,0;4,0;NaN,4", false)]
    [InlineData("", false)]
    public void A_lasso_has_three_corners_of_two_numbers(string text, bool isOne) => Assert.Equal(isOne, OutlineText.ReadLasso(text) is not null);

    [Fact]
    public void A_box_is_two_corners_or_four_and_an_outline_never_too_long()
    {
        Assert.True(OutlineText.ReadBox("4,4;0,0")!.Contains(1, 1));
        Assert.True(OutlineText.ReadBox("0,0;4,0;4,4;0,4")!.Contains(1, 1));
        Assert.Null(OutlineText.ReadBox("0,0;4,0;4,4"));
        Assert.Null(OutlineText.ReadLasso(string.Join(';', Enumerable.Repeat("1,1", OutlineText.MostCorners + 1))));
    }

    [Fact]
    public void The_third_direction_is_a_rank_with_equals_together()
        // Revenue 40, 20, 10, 10, 20: ranks 4, 2.5, 0.5, 0.5, 2.5 of 0 to 4.
        => Assert.Equal([1f, 0.625f, 0.125f, 0.125f, 0.625f], CustomerPick.Depths(s_base, "gross_revenue"));

    [Fact]
    public void Noise_has_no_group_and_colours_begin_at_the_smallest_value_above_zero()
    {
        Assert.Equal([0f, 1f, 0f, 1f, -1f], CustomerPick.Values(s_base, ExploreQuery.Segments));
        Assert.Equal([0f, 1f, 0f, 2f, -1f], CustomerPick.Values(s_base, ExploreQuery.Clusters));
        Assert.Equal((10, 40), ProjectionPicture.Range(s_base, "gross_revenue", isLog: true));
        Assert.Equal((1, 1), ProjectionPicture.Range(s_base, "latitude", isLog: true));
        Assert.Equal((0, 0), ProjectionPicture.Range(s_base, "latitude", isLog: false));
    }

    [Fact]
    public void The_segments_of_a_selection_stand_beside_their_share_of_everybody()
    {
        var part = SegmentPart.Of(s_base, [0, 2, 3, 4])[0];

        Assert.Equal((7, 2, 0.5, 0.4), (part.Segment.SegmentId, part.Customers, part.Share, part.BaseShare)); // 0.667 if noise were left out
        Assert.Single(SegmentPart.Of(s_base, [0]));
    }

    private static ExploreQuery Read(string query) => ExploreQuery.Read(AddressQuery.Of(query), s_base);
}
