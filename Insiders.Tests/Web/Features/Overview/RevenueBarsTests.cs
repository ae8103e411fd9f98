using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Overview;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.Overview;

public sealed class RevenueBarsTests
{
    [Fact]
    public void Bars_are_sorted_by_revenue_and_keep_their_segments_colours()
    {
        var chart = RevenueBars.Build(SampleOverview.Of("Elite Spenders").Summary, AddressOf);

        var bars = Assert.Single(chart.Series).Bars;
        Assert.Equal([6_000, 4_000], bars.Select(bar => bar.Value));
        Assert.Equal(["Lost Customers", "Elite Spenders"], bars.Select(bar => bar.Label));
        Assert.Equal(["#E69F00", "#0072B2"], bars.Select(bar => bar.Colour));
        Assert.Equal(["/?segment=2", "/?segment=1"], bars.Select(bar => bar.Key));
        Assert.DoesNotContain(bars, bar => bar.IsSelected || bar.IsMuted);
        Assert.NotEmpty(chart.Values.Title);
        Assert.NotEmpty(chart.LabelTitle);
    }

    [Fact]
    public void A_click_on_a_picked_bar_takes_the_condition_back_and_the_others_step_back()
    {
        var bars = RevenueBars.Build(SampleOverview.Of("Elite Spenders", new() { SegmentIds = [1] }).Summary, AddressOf).Series[0].Bars;

        Assert.Equal([false, true], bars.Select(bar => bar.IsSelected));
        Assert.Equal([true, false], bars.Select(bar => bar.IsMuted));
        Assert.Equal(["/?segment=1&segment=2", "/"], bars.Select(bar => bar.Key));
        Assert.Equal([6_000, 4_000], bars.Select(bar => bar.Value));
    }

    [Fact]
    public void A_name_with_markup_in_it_reaches_the_chart_as_text()
        => Assert.Equal("Champions & <b>co</b>", RevenueBars.Build(SampleOverview.Of("Champions & <b>co</b>").Summary, AddressOf).Series[0].Bars[1].Label);

    internal static string AddressOf(CustomerFilter filter) => FilterAddress.Write(AddressQuery.Empty, filter).To("/");
}
