using System.Globalization;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Customers;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Components.Audiences;

namespace Insiders.Tests.Web.Components.Audiences;

public sealed class AudienceTextTests
{
    private static readonly DateOnly s_day = new(2026, 11, 30);

    public AudienceTextTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void A_smaller_audience_says_how_many_are_gone_and_from_which_run()
    {
        Assert.Null(AudienceText.Change(1_397, 1_397, 2));
        Assert.StartsWith("Saved with 1,397 customers; 2 of them are no longer in the base of run 3", AudienceText.Change(1_397, 1_395, 3), StringComparison.Ordinal);
        Assert.StartsWith("Saved with 5 customers; one of them is no longer in the base of run 3", AudienceText.Change(5, 4, 3), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_are_those_of_the_base_and_the_others_are_named()
    {
        var presence = AudiencePresence.Of(new Audience(1, "x", "id-ana", "ana", 4, 1, SavedRuns.Noon), ["c3", "c1", "zz", "c0"], FiveCustomers.Build());

        Assert.Equal([0, 2], presence.Rows.AsEnumerable());
        Assert.Equal(["zz", "c0"], presence.Gone.AsEnumerable());
        Assert.Equal("a, b", AudienceText.Named(["a", "b"]));
        Assert.Equal("1, 2, 3, 4, 5 and 2 more", AudienceText.Named(["1", "2", "3", "4", "5", "6", "7"]));
    }

    [Fact]
    public void A_name_is_suggested_by_the_conditions_or_by_the_day()
    {
        var customers = FiveCustomers.Build();

        Assert.Equal("Insiders, Ireland, Recency (days) ≥ 91", Suggest(new() { SegmentIds = [7], Countries = ["EIRE"], Ranges = [new("recency_days", 91, null)] }));
        Assert.Equal("Slipping, Recency (days) ≥ 91", Suggest(new() { Stages = [CustomerStage.Slipping], Ranges = [new("recency_days", 91, null)] }));
        Assert.Equal("Selection of 30 Nov 2026", Suggest(CustomerFilter.None));
        Assert.InRange(Suggest(new() { Countries = [.. Enumerable.Range(0, 40).Select(i => $"country {i}")] }).Length, 60, Audience.LongestName);

        string Suggest(CustomerFilter filter) => AudienceText.Suggest(filter, customers, s_day);
    }
}
