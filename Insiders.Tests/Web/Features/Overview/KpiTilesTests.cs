using System.Globalization;
using Insiders.Core.Analysis;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Overview;

namespace Insiders.Tests.Web.Features.Overview;

public sealed class KpiTilesTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public KpiTilesTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Fact]
    public void Totals_are_sums_and_recency_is_a_mean()
    {
        var tiles = Of(SampleOverview.Of("Elite Spenders"));

        Assert.Equal(["revenue", "customers", "mean-revenue", "median-revenue", "recency", "items", "top-share", "unattributed"], tiles.Keys);
        Assert.Contains("10,000.00", tiles["revenue"].Value, StringComparison.Ordinal);
        Assert.Equal("3", tiles["customers"].Value);
        Assert.Contains("3,333.33", tiles["mean-revenue"].Value, StringComparison.Ordinal);
        Assert.Contains("4,000.00", tiles["median-revenue"].Value, StringComparison.Ordinal);
        Assert.Equal("30.0 days", tiles["recency"].Value); // 90 if added up; 25 if segments were averaged
        Assert.Equal("60", tiles["items"].Value);
        Assert.StartsWith("40.0", tiles["top-share"].Value, StringComparison.Ordinal);
        Assert.Contains("12.34", tiles["unattributed"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_that_customers_stand_behind_leads_to_them()
    {
        var tiles = Of(SampleOverview.Of("Elite Spenders", new() { Countries = ["EIRE"], Month = SampleOverview.December }));

        Assert.Equal("/customers?country=EIRE&month=2017-12", tiles["revenue"].Address);
        Assert.Equal("/customers?segment=2&country=EIRE&month=2017-12", tiles["top-share"].Address);
        Assert.Null(tiles["unattributed"].Address);
    }

    [Fact]
    public void In_a_month_the_definitions_name_it_and_sales_are_its_own()
    {
        var tiles = Of(SampleOverview.Of("Elite Spenders", new() { Month = SampleOverview.December }));

        Assert.Contains("3,000.00", tiles["revenue"].Value, StringComparison.Ordinal);
        Assert.Equal(("2", "38"), (tiles["customers"].Value, tiles["items"].Value));
        Assert.Equal("40.0 days", tiles["recency"].Value); // b 20, c 60
        Assert.All(["revenue", "customers", "mean-revenue", "median-revenue", "recency", "items"], id => Assert.Contains("Dec 2017", tiles[id].Definition, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_run_before_tiles_say_nothing_of_change()
        => Assert.All(Of(SampleOverview.Of("Elite Spenders")).Values, tile => Assert.Null(tile.Change));

    [Fact]
    public void A_change_has_a_sign_and_its_run_and_a_colour_where_its_direction_means_something()
    {
        // The run before: without a, and b only.
        var before = SampleOverview.Customers("Elite Spenders");
        var earlier = new EarlierRun(1, SavedRuns.Noon, Only(before, 1, 2), 24.68m);

        var tiles = Of(SampleOverview.Of("Elite Spenders", earlier: earlier));

        Assert.Equal(new KpiChange("+66.7% since run 1 of 29 Feb 2020", true, ChangeMeaning.Better), tiles["revenue"].Change); // 10,000 against 6,000
        Assert.Equal(new KpiChange("−10.0 days since run 1 of 29 Feb 2020", false, ChangeMeaning.Better), tiles["recency"].Change); // 30 against 40
        Assert.Equal(new KpiChange("−50.0% since run 1 of 29 Feb 2020", false, ChangeMeaning.Better), tiles["unattributed"].Change);
        Assert.Equal(new KpiChange("+33.3% since run 1 of 29 Feb 2020", true, ChangeMeaning.Better), tiles["median-revenue"].Change); // 4,000 against 3,000
        Assert.Equal(new KpiChange("−60.0 points since run 1 of 29 Feb 2020", false, ChangeMeaning.None), tiles["top-share"].Change); // 40 % against 100 %
    }

    [Fact]
    public void What_stayed_says_so_and_a_month_is_compared_with_nothing()
    {
        var earlier = new EarlierRun(1, SavedRuns.Noon, SampleOverview.Customers("Elite Spenders", withMonths: false), 12.34m);

        Assert.All(Of(SampleOverview.Of("x", earlier: earlier)).Values, tile => Assert.Equal(new KpiChange("Unchanged since run 1 of 29 Feb 2020", null, ChangeMeaning.None), tile.Change));
        Assert.All(Of(SampleOverview.Of("x", new() { Month = SampleOverview.November }, earlier)).Values, tile => Assert.Null(tile.Change));
    }

    private static Dictionary<string, KpiTile> Of(OverviewFigures figures) => KpiTiles.Build(figures, null).ToDictionary(tile => tile.Id);

    private static CustomerBase Only(CustomerBase all, params int[] rows) => new(
        new(
            [.. rows.Select(row => all.Ids[row])], [.. rows.Select(row => all.Countries[row])], [.. rows.Select(_ => 0)], [.. rows.Select(row => (long?)all.SegmentAt(row)!.SegmentId)],
            [.. rows.Select(_ => 0.0)], [.. rows.Select(_ => 0.0)], [.. rows.Select(_ => 0.0)], all.FeatureNames, [.. all.FeatureNames.Select(name => rows.Select(row => all.Feature(name)[row])).Select(values => (System.Collections.Immutable.ImmutableArray<double>)[.. values])]),
        all.Segments);
}
