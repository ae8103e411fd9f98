using Insiders.Web.Charts.World;

namespace Insiders.Tests.Web.Charts.World;

public sealed class NaturalEarthTests
{
    // The table that Patterson drew the projection by (length of parallels, distance from the equator); the polynomials were fitted to it.
    [Theory]
    [InlineData(0, 1.0000, 0.0000)]
    [InlineData(30, 0.9570, 0.3720)]
    [InlineData(45, 0.9006, 0.5571)] // a cylinder would have 1 and 0.5
    [InlineData(60, 0.8196, 0.7346)]
    [InlineData(75, 0.7160, 0.8936)]
    public void Parallels_are_as_long_and_as_far_from_the_equator_as_in_the_table(double latitude, double length, double distance)
    {
        const double equator = 0.8707, pole = 0.8707 * 0.52 * Math.PI;

        var point = NaturalEarth.Project(new(latitude, 90));

        Assert.Equal(1000 * equator * length * Math.PI / 2, point.X, 8.0);
        Assert.Equal(1000 * pole * distance, point.Y, 3.0);
    }

    [Fact]
    public void South_and_west_are_the_mirror_of_north_and_east()
    {
        var north = NaturalEarth.Project(new(52, 13));
        var south = NaturalEarth.Project(new(-52, -13));

        Assert.Equal(new PlanePoint(-north.X, -north.Y), south);
    }
}
