using System.Globalization;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Programmes;
using Insiders.Core.Segments.Stages;
using Insiders.Web.Features.Programmes;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.Programmes;

public sealed class ProgrammeDraftTests
{
    private static readonly Audience[] s_lists = [new(4, "Press", "id-ana", "ana", 2, 1, DateTimeOffset.UnixEpoch)];

    private static readonly Programme s_programme = new(
        [
            new("Friends", [new MeasureCondition("gross_revenue", 1_000.5, null), new StageCondition(CustomerStage.Slipping)]),
            new("Insiders", [new SegmentCondition(null), new SegmentCondition(7), new ProbabilityCondition(7, 0.8), new MeasureCondition("recency_days", null, 60), new ListCondition(4, "Press")]),
        ],
        new Policy { Rhythm = ReviewRhythm.Quarterly, Anchor = ExpiryAnchor.FixedDay, FixedMonth = 2, FixedDay = 29, MaintainMonths = 6, GraceDays = 14, Falling = FallingShort.ToBase, ChecksReturns = false });

    [Theory, InlineData("en-US"), InlineData("pt-BR")]
    public void A_draft_reads_back_the_programme_it_began_from_whatever_the_decimal_mark(string language)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(language);

            var read = new ProgrammeDraft(s_programme).Read(s_lists)!;

            Assert.Equal(s_programme.Policy, read.Policy);
            Assert.Equal(s_programme.Tiers.Select(tier => tier.Name), read.Tiers.Select(tier => tier.Name));
            Assert.Equal(s_programme.Tiers.SelectMany(tier => tier.Conditions), read.Tiers.SelectMany(tier => tier.Conditions));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("many", "")]
    [InlineData("10", "x")]
    [InlineData("10", "9")]
    public void A_measure_without_readable_bounds_in_order_is_no_condition(string from, string to)
        => Assert.Null(new ConditionDraft { From = from, To = to }.Read(s_lists));

    [Fact]
    public void A_probability_above_a_hundred_and_a_list_that_is_gone_are_no_conditions()
    {
        Assert.Null(new ConditionDraft { Kind = ConditionKind.Probability, Percent = "101" }.Read(s_lists));
        Assert.Null(new ConditionDraft { Kind = ConditionKind.List, List = "5" }.Read(s_lists));
        Assert.Null(new ConditionDraft { Kind = ConditionKind.List }.Read(s_lists));
    }

    [Theory]
    [InlineData("37", "30")]
    [InlineData("-1", "30")]
    [InlineData("3", "366")]
    [InlineData("", "30")]
    public void Months_and_days_out_of_bounds_are_refused(string months, string days)
        => Assert.Null(new ProgrammeDraft(s_programme) { MaintainMonths = months, GraceDays = days }.Read(s_lists));

    [Theory]
    [InlineData("/programme")]
    [InlineData("/programme?view=conditions")]
    [InlineData("/programme?view=events&log=all&page=2")]
    [InlineData("/programme?on=2017-11-30")]
    public void An_address_is_read_and_written_back(string address) => Assert.Equal(address, ProgrammeQuery.Read(AddressQuery.Of(address)).ToAddress());

    [Fact]
    public void What_an_address_does_not_know_is_as_if_it_were_not_there()
        => Assert.Equal("/programme", ProgrammeQuery.Read(AddressQuery.Of("/programme?view=nothing&on=tomorrow&page=-3&log=1")).ToAddress());
}
