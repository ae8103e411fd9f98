using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Features.Overview;

namespace Insiders.Tests.Web.Features.Overview;

public sealed class MonthColumnsTests
{
    [Fact]
    public void Months_are_stacked_by_segment_and_a_month_that_is_not_whole_is_hatched()
    {
        var chart = Build(CustomerFilter.None);

        Assert.Equal(["Elite Spenders", "Lost Customers"], chart.Series.Select(series => series.Name));
        Assert.Equal([[4_000, 0], [3_000, 3_000]], chart.Series.Select(series => series.Bars.Select(bar => bar.Value).ToArray()));
        Assert.All(chart.Series, series => Assert.Equal([false, true], series.Bars.Select(bar => bar.IsPartial)));
        Assert.All(chart.Series, series => Assert.Equal(["/?month=2017-11", "/?month=2017-12"], series.Bars.Select(bar => bar.Key)));
        Assert.Equal(["/?month=2017-11", "/?month=2017-12"], chart.Table.Rows.Select(row => row.Key));
        Assert.NotEmpty(chart.Values.Title);
        Assert.NotEmpty(chart.LabelTitle);
    }

    [Fact]
    public void A_picked_month_stands_out_is_taken_back_by_a_click_and_exchanged_by_another()
    {
        var bars = Build(new() { Month = SampleOverview.November }).Series[0].Bars;

        Assert.Equal([true, false], bars.Select(bar => bar.IsSelected));
        Assert.Equal([false, true], bars.Select(bar => bar.IsMuted));
        Assert.Equal(["/", "/?month=2017-12"], bars.Select(bar => bar.Key));
    }

    [Fact]
    public void A_picked_segment_is_the_only_stack()
        => Assert.Equal(["Lost Customers"], Build(new() { SegmentIds = [2] }).Series.Select(series => series.Name));

    private static BarChart Build(CustomerFilter filter)
    {
        var figures = SampleOverview.Of("Elite Spenders", filter);
        return MonthColumns.Build(figures.Summary, figures.Base.Customers, figures.Base.IsPartial, RevenueBarsTests.AddressOf);
    }
}
