using CsCheck;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Segments;

public sealed class SegmentPlansTests
{
    private static readonly GroupProfile s_study = SmallTables.Profile(1_976.95, 91.95);

    [Fact]
    public void Every_region_has_a_plan_and_every_plan_is_in_both_languages()
    {
        Assert.Distinct(SegmentPlans.All.Select(plan => plan.Key));
        Assert.All(SegmentRegions.All, region => Assert.Contains(SegmentPlans.All, plan => plan.Key == region.Name.Key && plan.Claim is not null));
        Assert.All(SegmentPlans.All, plan =>
        {
            Assert.InRange(plan.Actions.Length, 3, 6);
            Assert.All([plan.Lever.Text, .. plan.Actions], text => Assert.NotEqual(text.English, text.Portuguese));
            Assert.Contains(plan.Lever, SegmentLevers.All);
        });
        Assert.All(MemberClaims.All, claim => Assert.NotEqual(claim.Text.English, claim.Text.Portuguese));
        Assert.Distinct(MemberClaims.All.Select(claim => claim.Key));
    }

    [Theory]
    [InlineData(66_976.12, 10.0, 34, 1, 1, 0, "concierge")]
    [InlineData(5_792.23, 29.0, 80, 10, 5, 5, "raise-frequency")]
    [InlineData(2_053.71, 44.4, 75, 20, 5, 0, "raise-ticket")]
    [InlineData(1_426.41, 68.2, 10, 20, 50, 20, "lower-recency")]
    [InlineData(931.91, 63.9, 20, 50, 25, 5, "promotions")]
    [InlineData(470.95, 122.1, 10, 15, 25, 50, "nothing")]
    [InlineData(470.95, 122.1, 30, 28, 15, 27, "by-stage")] // as the study's own last segment: nothing special for a third who still buy
    [InlineData(4_000, 200, 0, 10, 30, 60, "buy-again")]
    public void The_lever_follows_from_what_members_spend_and_do(double meanRevenue, double recency, int active, int slipping, int dormant, int lost, string lever)
    {
        var portrait = SegmentPortrait.Of(SmallTables.Profile(meanRevenue, recency), s_study, Members(active, slipping, dormant, lost));

        Assert.Equal(lever, portrait.Plan.Lever.Key);
        Assert.All(portrait.Claims, claim => Assert.True(claim.HoldsFor(portrait.Members!)));
    }

    [Fact]
    public void Nothing_is_claimed_of_members_whose_stages_are_not_known()
        => Assert.Empty(SegmentPortrait.Of(SmallTables.Profile(470.95, 122.1), s_study, null).Claims);

    [Fact]
    public void Whatever_members_do_nothing_untrue_is_said_of_them()
        => Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[1, 50], Gen.Double[0, 20_000], Gen.Double[0, 300])
            .Sample((active, slipping, dormant, lost, revenue, recency) =>
            {
                var members = Members(active, slipping, dormant, lost);
                return SegmentPortrait.Of(SmallTables.Profile(revenue, recency), s_study, members).Claims.All(claim => claim.ShareOf(members) >= 0.7);
            });

    private static MemberCounts Members(int active, int slipping, int dormant, int lost)
    {
        var all = active + slipping + dormant + lost;
        return new() { Customers = all, New = 0, Active = active, Slipping = slipping, Dormant = dormant, Lost = lost, BelowAverage = all / 2, Repeat = all / 2 };
    }
}
