using Insiders.Web.Charts.World;

namespace Insiders.Tests.Web.Charts.World;

public sealed class LineSimplificationTests
{
    private static readonly PlanePoint[] s_zigzag = [new(0, 0), new(1, 0.5), new(2, 3), new(3, 0.5), new(4, 0)];

    [Fact]
    public void A_point_stays_where_it_is_farther_off_than_the_tolerance()
    {
        Assert.Equal([0, 2, 4], LineSimplification.Keep(s_zigzag, 1).AsEnumerable()); // the shoulders are 0.55 from the line to the peak
        Assert.Equal([0, 1, 2, 3, 4], LineSimplification.Keep(s_zigzag, 0.5).AsEnumerable());
        Assert.Equal([0, 4], LineSimplification.Keep(s_zigzag, 3).AsEnumerable());
    }

    [Fact]
    public void A_ring_keeps_what_is_farthest_from_where_it_begins()
        => Assert.Equal([0, 2, 4], LineSimplification.Keep([new(0, 0), new(0, 2), new(9, 2), new(9, 0), new(0, 0)], 2.1).AsEnumerable());

    [Fact]
    public void Two_points_and_one_stay()
    {
        Assert.Equal([0, 1], LineSimplification.Keep([new(0, 0), new(0, 1)], 5).AsEnumerable());
        Assert.Equal([0], LineSimplification.Keep([new(0, 0)], 5).AsEnumerable());
    }
}
