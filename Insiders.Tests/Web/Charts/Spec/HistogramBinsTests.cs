using Insiders.Web.Charts.Spec;

namespace Insiders.Tests.Web.Charts.Spec;

public sealed class HistogramBinsTests
{
    [Fact]
    public void Edges_have_equal_widths_or_equal_factors()
    {
        Assert.Equal([0, 5, 10], HistogramBins.Edges([0, 3, 10], 2).AsEnumerable());
        Assert.Equal([1, 10, 100], HistogramBins.Edges([0, 1, 7, 100], 2, isLog: true).Select(edge => Math.Round(edge, 9)));
        Assert.Equal([3.5, 4.5], HistogramBins.Edges([4, 4], 1).AsEnumerable());
        Assert.Empty(HistogramBins.Edges([-1, 0], 3, isLog: true));
    }

    [Fact]
    public void A_value_on_an_edge_counts_once_and_one_outside_only_in_the_whole() =>
        Assert.Equal([0.2, 0.4], HistogramBins.Shares([0, 5, 10], [0, 5, 10, 11, -1]).AsEnumerable()); // 0 below, 5 and the last edge above, 11 and −1 nowhere
}
