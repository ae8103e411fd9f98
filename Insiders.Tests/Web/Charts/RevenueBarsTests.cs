using System.Globalization;
using Insiders.Tests.Fixtures;
using Insiders.Web.Charts;

namespace Insiders.Tests.Web.Charts;

public sealed class RevenueBarsTests
{
    [Fact]
    public void Bars_are_sorted_by_revenue_and_keep_their_segments_colours()
    {
        var chart = RevenueBars.Build(SampleOverview.Of("Elite Spenders"));

        Assert.Equal([6_000, 4_000], chart.Series[0].Bars.Select(bar => bar.Value));
        Assert.Equal(["Lost Customers", "Elite Spenders"], chart.Series[0].Bars.Select(bar => bar.Label));
        Assert.Equal(["#E69F00", "#0072B2"], chart.Series[0].Bars.Select(bar => bar.Colour));
    }

    [Fact]
    public void A_name_with_markup_in_it_reaches_the_chart_as_text()
    {
        var chart = RevenueBars.Build(SampleOverview.Of("Champions & <b>co</b>"));

        Assert.Equal("Champions & <b>co</b>", chart.Series[0].Bars[1].Label);

        var bars = Assert.Single(PlotlyFigure.Of(chart, dark: false, CultureInfo.InvariantCulture).Traces).Json;
        Assert.Equal("Champions<br>&amp; &lt;b&gt;co&lt;/b&gt;", (string?)bars["y"]![1]);
        Assert.StartsWith("Champions &amp; &lt;b&gt;co&lt;/b&gt;: ", (string?)bars["hovertext"]![1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_axis_uses_the_readers_decimal_and_thousands_marks()
    {
        var chart = RevenueBars.Build(SampleOverview.Of("x"));

        Assert.Equal(",.", (string?)PlotlyFigure.Of(chart, dark: false, CultureInfo.GetCultureInfo("pt-BR")).Layout["separators"]);
        Assert.Equal(".,", (string?)PlotlyFigure.Of(chart, dark: false, CultureInfo.GetCultureInfo("en")).Layout["separators"]);
    }

    [Fact]
    public void An_edge_is_darker_than_its_area_on_light_ground_and_lighter_on_dark()
    {
        Assert.Equal("#485cb8", ChartColours.Edge("#6480FF", dark: false)); // 100·0.72 = 72, 128·0.72 = 92, 255·0.72 = 184
        Assert.Equal("#9aacff", ChartColours.Edge("#6480FF", dark: true)); // 100 + 155·0.35 = 154, 128 + 127·0.35 = 172, 255
    }
}
