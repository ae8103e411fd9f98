using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Segments;

public sealed class SegmentPlansTests
{
    [Fact]
    public void Every_region_has_a_plan_in_both_languages()
    {
        Assert.Equal(SegmentRegions.All, SegmentPlans.All.Select(plan => plan.Region));
        Assert.All(SegmentPlans.All, plan =>
        {
            Assert.InRange(plan.Actions.Length, 3, 6);
            Assert.All([plan.Character, plan.Lever.Text, .. plan.Actions], text => Assert.NotEqual(text.English, text.Portuguese));
            Assert.Contains(plan.Lever, SegmentLevers.All);
        });
    }

    [Theory]
    [InlineData(66_976.12, 10.0, "concierge")]
    [InlineData(5_792.23, 29.0, "raise-frequency")]
    [InlineData(2_053.71, 44.4, "raise-ticket")]
    [InlineData(1_426.41, 68.2, "lower-recency")]
    [InlineData(931.91, 63.9, "promotions")]
    [InlineData(470.95, 122.1, "nothing")]
    [InlineData(4_000, 200, "buy-again")]
    public void The_lever_follows_from_what_a_segment_is(double meanRevenue, double recency, string lever)
        => Assert.Equal(lever, SegmentPlans.Of(SmallTables.Profile(meanRevenue, recency), SmallTables.Profile(1_976.95, 91.95)).Lever.Key);
}
