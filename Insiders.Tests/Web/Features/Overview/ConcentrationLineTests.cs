using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Overview;

namespace Insiders.Tests.Web.Features.Overview;

public sealed class ConcentrationLineTests
{
    [Fact]
    public void The_line_goes_from_nobody_to_everybody_and_each_point_picks_its_customers()
    {
        var chart = ConcentrationLine.Build(SampleOverview.Of("Elite Spenders").Summary, RevenueBarsTests.AddressOf);

        var points = Assert.Single(chart.Series).Points;
        Assert.Equal(101, points.Length);
        Assert.Equal((0, 0), (points[0].X, points[0].Y));
        Assert.Equal((1 / 3d, 0.5), (points[20].X, points[20].Y)); // b, one of three, brought 5,000 of 10,000; at 0.2 the line would rise by steps
        Assert.Equal((points[20].X, points[20].Y), (points[33].X, points[33].Y)); // b still
        Assert.Equal("/?gross_revenue=5000..", points[20].Key);
        Assert.Equal(0.9, points[50].Y); // a and b
        Assert.Equal((1, 1), (points[100].X, points[100].Y));
        Assert.Null(points[0].Key);
        Assert.NotEmpty(chart.X.Title);
        Assert.NotEmpty(chart.Y.Title);
    }

    [Fact]
    public void A_month_s_best_customers_are_no_condition()
    {
        var chart = ConcentrationLine.Build(SampleOverview.Of("Elite Spenders", new() { Month = SampleOverview.November }).Summary, RevenueBarsTests.AddressOf);

        Assert.All(chart.Series[0].Points, point => Assert.Null(point.Key));
        Assert.Equal(4_000 / 7_000.0, chart.Series[0].Points[50].Y, 1e-9);
    }

    [Fact]
    public void Four_points_are_read_out_in_a_sentence()
        => Assert.Matches(@" 1\s?% .*50.* 5\s?% .*50.* 10\s?% .*50.* 20\s?% .*50", ConcentrationLine.Sentence(SampleOverview.Of("x").Summary));
}
