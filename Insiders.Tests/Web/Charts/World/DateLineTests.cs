using Insiders.Web.Charts.World;

namespace Insiders.Tests.Web.Charts.World;

public sealed class DateLineTests
{
    [Fact]
    public void A_longitude_goes_on_the_shorter_way_round()
    {
        Assert.Equal(181, DateLine.Follow(179, -179));
        Assert.Equal(-185, DateLine.Follow(-179, 175));
        Assert.Equal(361, DateLine.Follow(359, 1));
        Assert.Equal(-20, DateLine.Follow(10, -20));
    }

    [Fact]
    public void What_lies_across_the_line_is_two_parts_at_either_edge()
    {
        var parts = DateLine.Cut([new(0, 170), new(0, 190), new(10, 190), new(10, 170)]).ToArray();

        Assert.Equal(2, parts.Length);
        Assert.Equal([new(0, 170), new(0, 180), new(10, 180), new(10, 170)], parts[0].AsEnumerable());
        Assert.Equal([new(0, -180), new(0, -170), new(10, -170), new(10, -180)], parts[1].AsEnumerable());
    }

    [Fact]
    public void A_ring_on_one_side_stays_as_it_is()
    {
        Assert.Equal([new(0, 170), new(0, 180), new(10, 180)], Assert.Single(DateLine.Cut([new(0, 170), new(0, 180), new(10, 180)])).AsEnumerable());
    }
}
