using System.Globalization;
using Insiders.Core.Learning.Sweep;
using Insiders.Tests.Fixtures;
using Insiders.Web.Charts.Spec;

namespace Insiders.Tests.Web.Charts.Spec;

public sealed class SweepColumnsTests
{
    private static readonly Candidate[] s_candidates =
        [new(12, 0.7, -1, 10, 5, true), new(13, 0.81, -1, 9, 5, true), new(14, null, -1, 8, 5, false), new(15, -0.2, -1, 8, 5, true)];

    [Fact]
    public void The_winner_stands_out_and_what_has_no_silhouette_has_no_bar()
    {
        var chart = SweepColumns.Build(s_candidates, 13);

        Assert.Equal(["12", "13", "15"], chart.Series[0].Bars.Select(bar => bar.Label));
        Assert.Equal([0.7, 0.81, -0.2], chart.Series[0].Bars.Select(bar => bar.Value));
        Assert.Equal([SweepColumns.Other, SweepColumns.Winner, SweepColumns.Other], chart.Series[0].Bars.Select(bar => bar.Colour));
    }

    [Fact]
    public void It_is_drawn_upright_with_the_marks_of_the_language()
    {
        var figure = DrawnFigure.Of(SweepColumns.Build(s_candidates, 13), dark: true, CultureInfo.GetCultureInfo("pt-BR"));

        var bars = Assert.Single(figure.Traces);
        Assert.Equal("""["12","13","15"]""", bars["x"]!.ToJsonString());
        Assert.Equal("[0.7,0.81,-0.2]", bars["y"]!.ToJsonString());
        Assert.Equal("v", (string?)bars["orientation"]);
        Assert.Equal(",.", (string?)figure.Layout["separators"]);
    }
}
