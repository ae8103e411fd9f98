using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Features.Segments;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.Segments;

public sealed class CompareChartsTests
{
    private static readonly CustomerTable s_base = SmallBase.Of([1, 1, 2, 2], ("gross_revenue", [300, 100, 30, 10]), ("recency_days", [0, 10, 100, 90]), ("qtty_invoices", [4, 2, 1, 1]));

    [Fact]
    public void Parallel_axes_begin_at_nothing_and_end_at_the_largest_segment()
    {
        var chart = CompareCharts.Parallel(s_base.Segments, isLog: false);

        Assert.Equal((0, 200), (chart.Axes[0].Low, chart.Axes[0].High));
        Assert.Equal([200, 200, 400 / 6.0, 5, 0, 3, 0, 0], chart.Lines[0].Values.AsEnumerable(), (one, other) => Math.Abs(one - other) < 1e-9); // an order of 58.33 as a mean of the two customers' own
        Assert.Equal([20, 20, 20, 95, 0, 1, 0, 0], chart.Lines[1].Values.AsEnumerable());
        Assert.Equal(["1", "2"], chart.Lines.Select(line => line.Key));
    }

    [Fact]
    public void By_factors_axes_begin_at_the_smallest_segment_and_nothing_has_no_place()
    {
        var chart = CompareCharts.Parallel(s_base.Segments, isLog: true);

        Assert.Equal((20, 200, true), (chart.Axes[0].Low, chart.Axes[0].High, chart.Axes[0].IsLog));
        Assert.Equal(double.NaN, chart.Lines[0].Values[4]);
    }

    [Fact]
    public void The_radar_shows_multiples_of_the_average_customer_who_is_one_all_around()
    {
        var chart = CompareCharts.Radar(s_base.Segments, s_base.Profile(s_base.Everybody), isLog: true);

        Assert.Equal(AxisScale.Log, chart.Radius.Scale);
        Assert.Equal(5, chart.Axes.Length); // What nobody has is no axis: 0 ÷ 0.
        Assert.Equal([200 / 110.0, 200 / 65.0, 400 / 6.0 / 55, 0.1, 1.5], chart.Series[0].Values.Select(value => Math.Round(value, 12)), (one, other) => Math.Abs(one - other) < 1e-9);
        Assert.All(chart.Series[^1].Values, value => Assert.Equal(1, value));
    }

    [Fact]
    public void The_area_of_a_bubble_is_the_segment_s_revenue()
    {
        var chart = CompareCharts.Bubbles(s_base.Segments, isLog: true);

        var (large, small) = (chart.Groups[0].Points[0], chart.Groups[1].Points[0]);
        Assert.Equal((5, 200, 56), (large.X, large.Y, large.Size));
        Assert.Equal(("circle", "square"), (chart.Groups[0].Symbol, chart.Groups[1].Symbol));
        Assert.Equal(56 * Math.Sqrt(0.1) * Math.Sqrt(Math.PI / 4), small.Size, 0.01); // 23.0 with 12 pixels added to every width, 17.7 if a square were as wide as a circle, 14.5 if the width were the revenue
        Assert.Equal(AxisScale.Log, chart.Y.Scale);
    }

    [Fact]
    public void Bars_are_sorted_and_a_total_stands_beside_the_mean_where_adding_means_something()
    {
        var totals = SegmentBars.Totals(s_base, s_base.Segments, "qtty_invoices");
        var means = SegmentBars.Means(s_base, s_base.Segments, "order_value");

        Assert.Equal([("1", 6.0), ("2", 2.0)], totals!.Series[0].Bars.Select(bar => (bar.Key!, bar.Value)));
        Assert.Equal([400 / 6.0, 20], means.Series[0].Bars.Select(bar => bar.Value)); // 62.5 as a mean of the members' own
        Assert.Equal(["2", "1"], SegmentBars.Means(s_base, s_base.Segments, "recency_days").Series[0].Bars.Select(bar => bar.Key));
        Assert.Null(SegmentBars.Totals(s_base, s_base.Segments, "recency_days")); // days of different people do not add up
        Assert.Equal("recency_days", CompareQuery.Read(AddressQuery.Of("/segments?view=bars&measure=recency_days"), s_base).Measure);
        Assert.Equal("gross_revenue", CompareQuery.Read(AddressQuery.Of("/segments?view=bars&measure=latitude"), s_base).Measure);
    }

    [Fact]
    public void The_address_says_which_segments_are_shown()
    {
        var all = CompareQuery.Read(AddressQuery.Of("/segments?view=bubbles&log=1"), s_base);
        var radar = CompareQuery.Read(AddressQuery.Of("/segments?view=radar"), s_base);
        var one = CompareQuery.Read(AddressQuery.Of("/segments?view=nonsense&segment=2&segment=99&segment=x"), s_base);

        Assert.Equal(("bubbles", true, 2), (all.View, all.IsLog, all.Shown(s_base.Segments).Length));
        Assert.Equal("/segments?view=bubbles&log=1&segment=1", all.AddressOfToggle(1, s_base.Segments));
        Assert.Equal("/segments?view=bubbles", all.AddressOfScale());
        Assert.True(radar.IsLog);
        Assert.Equal("/segments?view=radar&log=0", radar.AddressOfScale());
        Assert.Equal("/segments?view=radar", CompareQuery.Read(AddressQuery.Of(radar.AddressOfScale()), s_base).AddressOfScale());
        Assert.Equal((CompareQuery.Table, 2L), (one.View, Assert.Single(one.Shown(s_base.Segments)).SegmentId));
        Assert.Equal("/segments?view=nonsense", one.AddressOfToggle(1, s_base.Segments));
        Assert.Equal("/segments?view=nonsense", one.AddressOfToggle(2, s_base.Segments)); // without the last one picked all are shown
    }

    [Theory]
    [InlineData("gross_revenue", 300, "Spends 3.0 × as much as the average customer (300.00 against 100.00)")]
    [InlineData("gross_revenue", 24, "Spends 0.24 × as much as the average customer (24.00 against 100.00)")]
    [InlineData("recency_days", 10, "Bought only 10 days ago on average; the average customer 100 days ago")]
    [InlineData("recency_days", 110, "Has not bought for 110 days on average; the average customer for 100 days")]
    [InlineData("Monday", 110, "Monday: share of revenue: 11,000.0% instead of 10,000.0%")]
    public void A_difference_is_said_in_words(string feature, double mean, string words)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");

        Assert.Equal(words, DifferenceText.Of(new FeatureDifference(feature, mean, 100, 1)));
    }
}
