using System.Globalization;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Charts.Spec;

namespace Insiders.Tests.Web.Charts.Spec;

public sealed class SweepColumnsTests
{
    private static readonly Candidate[] s_candidates = [SampleResults.Tried(12, 0.7), SampleResults.Tried(13, 0.81) with { IsWinner = true }, SampleResults.Tried(14, null), SampleResults.Tried(15, -0.2)];

    [Fact]
    public void The_winner_stands_out_and_what_has_no_silhouette_has_no_bar()
    {
        var chart = SweepColumns.Build(s_candidates);

        Assert.Equal(["12", "13", "15"], chart.Series[0].Bars.Select(bar => bar.Label));
        Assert.Equal([0.7, 0.81, -0.2], chart.Series[0].Bars.Select(bar => bar.Value));
        Assert.Equal([SweepColumns.Other, SweepColumns.Winner, SweepColumns.Other], chart.Series[0].Bars.Select(bar => bar.Colour));
    }

    [Fact]
    public void It_is_drawn_upright_with_the_marks_of_the_language()
    {
        var figure = DrawnFigure.Of(SweepColumns.Build(s_candidates), dark: true, CultureInfo.GetCultureInfo("pt-BR"));

        var bars = Assert.Single(figure.Traces);
        Assert.Equal("""["12","13","15"]""", bars["x"]!.ToJsonString());
        Assert.Equal("[0.7,0.81,-0.2]", bars["y"]!.ToJsonString());
        Assert.Equal("v", (string?)bars["orientation"]);
        Assert.Equal(",.", (string?)figure.Layout["separators"]);
    }

    [Fact]
    public void Candidates_of_several_methods_stand_by_method_and_bear_its_name()
    {
        var chart = SweepColumns.Build([SampleResults.Tried(2, 0.5), SampleResults.Tried(2, 0.6, KMeansOptions.Name) with { IsWinner = true }, SampleResults.Tried(3, 0.4), SampleResults.Tried(3, null, KMeansOptions.Name)]);

        Assert.Equal(["Gaussian mixture 2", "Gaussian mixture 3", "k-means 2"], chart.Series[0].Bars.Select(bar => bar.Label));
        Assert.Equal([SweepColumns.Other, SweepColumns.Other, SweepColumns.Winner], chart.Series[0].Bars.Select(bar => bar.Colour));
        Assert.Equal("k-means, 2 clusters: 0.600, the winner", chart.Series[0].Bars[2].Hover);
        Assert.Equal("Method", chart.Table!.Headers[0]);
    }
}
