using System.Text;
using System.Text.Json;
using Insiders.Web.Charts.World;

namespace Insiders.Tests.Web.Charts.World;

public sealed class TopologyTests
{
    // Two neighbours of 10 by 10 degrees share the line 0, from (10, 0) up to (10, 10); the right one walks it backwards. An island has the right one's code.
    private const string Neighbours = """
        {
          "type": "Topology", "transform": { "scale": [1, 1], "translate": [0, 0] },
          "arcs": [[[10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10], [10, 0]], [[10, 0], [10, 0], [0, 10], [-10, 0]], [[50, 50], [2, 0], [0, 2], [-2, -2]]],
          "objects": { "countries": { "type": "GeometryCollection", "geometries": [
            { "type": "Polygon", "id": "AAA", "arcs": [[0, 1]] },
            { "type": "MultiPolygon", "id": "BBB", "arcs": [[[2, -1]]] },
            { "type": "Polygon", "id": "BBB", "arcs": [[3]] }
          ] } }
        }
        """;

    [Fact]
    public void Rings_are_put_together_of_shared_lines_and_a_code_is_one_country()
    {
        var countries = Read(Neighbours, 0);

        Assert.Equal(["AAA", "BBB"], countries.Select(country => country.Code));
        Assert.Equal(Plane((0, 10), (10, 10), (10, 0), (0, 0)), Assert.Single(countries[0].Rings).AsEnumerable());
        Assert.Equal(Plane((0, 10), (0, 20), (10, 20), (10, 10)), countries[1].Rings[0].AsEnumerable());
        Assert.Equal(Plane((50, 50), (50, 52), (52, 52)), countries[1].Rings[1].AsEnumerable());
    }

    [Fact]
    public void A_ring_smaller_than_the_tolerance_is_left_out()
        => Assert.Equal([1, 1], Read(Neighbours, 40).Select(country => country.Rings.Length)); // two degrees are some 35 units, ten 150; with the island 1, 2

    [Fact]
    public void What_is_no_topology_says_so()
    {
        Assert.ThrowsAny<JsonException>(() => Read("{", 1));
        Assert.Throws<KeyNotFoundException>(() => Read("{}", 1));
    }

    private static CountryOutline[] Read(string json, double tolerance) => [.. Topology.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), tolerance)];

    private static PlanePoint[] Plane(params (double Latitude, double Longitude)[] points) => [.. points.Select(point => NaturalEarth.Project(new(point.Latitude, point.Longitude)))];
}
