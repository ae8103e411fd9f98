using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers;

public sealed class PolygonTests
{
    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(1, 3, true)]
    [InlineData(3, 3, false)] // inside the bounding box, in the notch of the L
    [InlineData(5, 1, false)]
    [InlineData(-1, 1, false)]
    public void A_point_is_inside_an_L_or_it_is_not(double x, double y, bool isInside)
    {
        var corner = new Polygon([(0, 0), (4, 0), (4, 2), (2, 2), (2, 4), (0, 4)]);

        Assert.Equal(isInside, corner.Contains(x, y));
    }

    [Fact]
    public void The_direction_of_drawing_does_not_matter()
    {
        Assert.True(new Polygon([(0, 0), (0, 4), (4, 4), (4, 0)]).Contains(1, 1));
        Assert.True(new Polygon([(4, 0), (4, 4), (0, 4), (0, 0)]).Contains(1, 1));
    }

    [Fact]
    public void A_ray_through_a_corner_counts_it_once()
    {
        var diamond = new Polygon([(0, -2), (2, 0), (0, 2), (-2, 0)]);

        Assert.True(diamond.Contains(-1, 0)); // outside if the corner at (2, 0) were crossed twice
        Assert.False(diamond.Contains(-3, 0));
    }

    [Fact]
    public void A_loop_within_a_loop_is_a_hole()
    {
        // A pentagram: its points are inside, its middle is crossed twice.
        var star = new Polygon([(0, 10), (6, -8), (-9.5, 3), (9.5, 3), (-6, -8)]);

        Assert.True(star.Contains(0, 8));
        Assert.False(star.Contains(0, 0));
    }

    [Fact]
    public void Two_boxes_that_share_an_edge_share_no_point()
    {
        var left = Polygon.Box(0, 0, 1, 1);
        var right = Polygon.Box(2, 1, 1, 0);

        foreach (var y in new[] { 0.25, 0.5, 0.75 })
        {
            Assert.True(left.Contains(1, y) ^ right.Contains(1, y));
        }
    }

    [Fact]
    public void Nothing_lies_on_a_line_and_nothing_is_not_a_number()
    {
        Assert.False(new Polygon([(0, 0), (1, 1), (2, 2)]).Contains(1, 1));
        Assert.False(Polygon.Box(0, 0, 1, 1).Contains(double.NaN, 0.5));
    }

    [Fact]
    public void An_outline_that_is_none_is_refused()
    {
        Assert.Contains("not 2", Assert.Throws<ArgumentException>(() => new Polygon([(0, 0), (1, 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Polygon.Box(0, 0, double.PositiveInfinity, 1));
    }

    [Fact]
    public void Customers_inside_are_found_among_those_asked_about()
    {
        var customers = FiveCustomers.Build();

        Assert.Equal([0, 1, 2], Polygon.Box(-1, -1, 3, 3).Among(customers, customers.Everybody).AsEnumerable());
        Assert.Equal([1], Polygon.Box(-1, -1, 3, 3).Among(customers, [1, 4]).AsEnumerable());
    }
}
