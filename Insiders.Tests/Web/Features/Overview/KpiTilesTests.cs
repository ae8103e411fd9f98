using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;
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
        var earlier = new EarlierRun(1, SavedRuns.Noon, Only(before, 1, 2), 24.68m, SampleOverview.Ledger(fingerprint: "y"));

        var tiles = Of(SampleOverview.Of("Elite Spenders", earlier: earlier));

        Assert.Equal(new KpiChange("+66.7% since run 1 of 29 Feb 2020", true, ChangeMeaning.Better), tiles["revenue"].Change); // 10,000 against 6,000
        Assert.Equal(new KpiChange("−10.0 days since run 1 of 29 Feb 2020", false, ChangeMeaning.Better), tiles["recency"].Change); // 30 against 40
        Assert.Equal(new KpiChange("−50.0% since run 1 of 29 Feb 2020", false, ChangeMeaning.Better), tiles["unattributed"].Change);
        Assert.Equal(new KpiChange("+33.3% since run 1 of 29 Feb 2020", true, ChangeMeaning.Better), tiles["median-revenue"].Change); // 4,000 against 3,000
        Assert.Equal(new KpiChange("Not in run 1", null, ChangeMeaning.None), tiles["top-share"].Change); // −60.0 points if set against whatever was the best then
    }

    [Fact]
    public void The_same_sales_counted_by_other_settings_are_neither_better_nor_worse()
    {
        var earlier = new EarlierRun(1, SavedRuns.Noon, Only(SampleOverview.Customers("Elite Spenders"), 0, 1), 12.34m, SampleOverview.Ledger());

        var tiles = Of(SampleOverview.Of("Elite Spenders", earlier: earlier));

        Assert.Equal(new KpiChange("+11.1% since run 1 of 29 Feb 2020: the same sales, counted by other settings", true, ChangeMeaning.None), tiles["revenue"].Change);
        Assert.Equal(new KpiChange("−4.4 points since run 1 of 29 Feb 2020: the same sales, counted by other settings", false, ChangeMeaning.None), tiles["top-share"].Change); // 4,000 of 10,000 against 4,000 of 9,000
    }

    [Theory]
    [InlineData(2016, 11, 1, 2017, 12, 7)]
    [InlineData(2017, 11, 1, 2017, 12, 8)]
    public void Over_other_days_the_figures_stand_side_by_side_and_nothing_is_called_good_or_bad(int year, int month, int day, int lastYear, int lastMonth, int lastDay)
    {
        var ledger = SampleOverview.Ledger(new(year, month, day), new(lastYear, lastMonth, lastDay));
        var earlier = new EarlierRun(1, SavedRuns.Noon, Only(SampleOverview.Customers("Elite Spenders"), 0, 1), 24.68m, ledger);

        var tiles = Of(SampleOverview.Of("Elite Spenders", earlier: earlier));

        Assert.All(tiles.Values, tile => Assert.Equal((null, ChangeMeaning.None), (tile.Change!.IsUp, tile.Change.Meaning)));
        Assert.All(tiles.Values, tile => Assert.DoesNotContain("since", tile.Change!.Text, StringComparison.Ordinal));
        Assert.Equal("9,000.00 in run 1", tiles["revenue"].Change!.Text);
        Assert.Equal("15.0 days in run 1", tiles["recency"].Change!.Text);
        Assert.Equal("44.4% in run 1", tiles["top-share"].Change!.Text);
        Assert.Equal("24.68 in run 1", tiles["unattributed"].Change!.Text);
    }

    [Fact]
    public void Under_a_condition_on_a_segment_that_the_run_before_did_not_have_tiles_say_so()
    {
        var earlier = new EarlierRun(1, SavedRuns.Noon, Only(SampleOverview.Customers("Elite Spenders"), 1, 2), 12.34m, SampleOverview.Ledger(fingerprint: "y"));

        Assert.Equal("Not in run 1", Of(SampleOverview.Of("Elite Spenders", new() { SegmentIds = [1] }, earlier))["revenue"].Change!.Text);
        Assert.Equal("Elite Spenders is not in run 1", Of(SampleOverview.Of("Elite Spenders", new() { SegmentIds = [1, 2] }, earlier))["revenue"].Change!.Text);
        Assert.Equal("Unchanged since run 1 of 29 Feb 2020", Of(SampleOverview.Of("Elite Spenders", new() { SegmentIds = [2] }, earlier))["revenue"].Change!.Text);
    }

    [Fact]
    public void What_stayed_says_so_and_a_month_is_compared_with_nothing()
    {
        var earlier = new EarlierRun(1, SavedRuns.Noon, SampleOverview.Customers("Elite Spenders", withMonths: false), 12.34m, SampleOverview.Ledger());

        Assert.All(Of(SampleOverview.Of("x", earlier: earlier)).Values, tile => Assert.Equal(new KpiChange("Unchanged since run 1 of 29 Feb 2020", null, ChangeMeaning.None), tile.Change));
        Assert.All(Of(SampleOverview.Of("x", new() { Month = SampleOverview.November }, earlier)).Values, tile => Assert.Null(tile.Change));
    }

    private static Dictionary<string, KpiTile> Of(OverviewSummary figures) => KpiTiles.Build(figures).ToDictionary(tile => tile.Id);

    private static CustomerTable Only(CustomerTable all, params int[] rows) => new(
        new(
            [.. rows.Select(row => all.Ids[row])], [.. rows.Select(row => all.Countries[row])], [.. rows.Select(_ => 0)], [.. rows.Select(row => (long?)all.SegmentAt(row)!.SegmentId)],
            [.. rows.Select(_ => 0.0)], [.. rows.Select(_ => 0.0)], [.. rows.Select(_ => 0.0)], all.FeatureNames, [.. all.FeatureNames.Select(name => rows.Select(row => all.Feature(name)[row])).Select(values => (System.Collections.Immutable.ImmutableArray<double>)[.. values])]),
        [.. all.Segments.Where(segment => rows.Any(row => all.SegmentAt(row) == segment))]);
}
