using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Web.Charts.World;
using Insiders.Web.Features.Map;

namespace Insiders.Tests.Web.Charts.World;

public sealed class WorldAtlasTests
{
    [Fact]
    public void Every_country_of_the_catalogue_has_an_outline_or_is_a_bubble()
    {
        Assert.DoesNotContain(CountryCatalog.All, country => WorldOutlines.CodeOf(country) is { } code && WorldAtlas.Find(code) is null);
        Assert.All(["GBR", "IRL", "ZAF", "USA", "DEU"], code => Assert.Equal(code, WorldOutlines.CodeOf(CountryCatalog.Find(code)!)));
        Assert.Null(WorldAtlas.Find("QQQ"));
    }

    [Theory]
    [InlineData("GBR", 51.51, -0.13)]
    [InlineData("BRA", -15.79, -47.88)]
    [InlineData("RUS", 55.75, 37.62)]
    [InlineData("RUS", 65.8, -172.5)] // Chukotka, beyond the date line
    [InlineData("USA", 61.2, -149.9)]
    public void A_place_lies_in_its_country_and_in_no_other(string code, double latitude, double longitude)
    {
        var place = NaturalEarth.Project(new(latitude, longitude));
        var around = CountryCatalog.All.Select(country => country.Alpha3).OfType<string>().Distinct().Where(other => WorldAtlas.Find(other) is { } outline && outline.Rings.Count(ring => Holds(ring, place)) % 2 == 1);

        Assert.Equal([code], around);
    }

    [Fact]
    public void No_ring_reaches_across_the_whole_map()
    {
        var rings = CountryCatalog.All.Select(country => country.Alpha3).OfType<string>().Where(code => code != "ATA").Distinct().Select(WorldAtlas.Find).OfType<CountryOutline>().SelectMany(outline => outline.Rings).ToArray();
        var width = WorldAtlas.UpperRight.X - WorldAtlas.LowerLeft.X;

        Assert.All(rings, ring => Assert.InRange(ring.Max(point => point.X) - ring.Min(point => point.X), 0, 0.6 * width)); // an uncut Russia has more than 0.9
        Assert.All(rings.SelectMany(ring => ring), point => Assert.InRange(point.X, WorldAtlas.LowerLeft.X, WorldAtlas.UpperRight.X));
    }

    [Fact]
    public void The_land_is_one_path_without_the_south_pole_and_light_enough_for_a_page()
    {
        Assert.Matches("^(M-?[0-9]+,-?[0-9]+(L-?[0-9]+,-?[0-9]+)+Z)+$", WorldAtlas.Land);
        Assert.InRange(WorldAtlas.Land.Length, 50_000, 120_000); // 400,000 if nothing were left out
        Assert.DoesNotMatch(",-1[0-9]{3}", WorldAtlas.Land); // Antarctica is 1,000 and more south
    }

    // How often a line to the east leaves or enters.
    private static bool Holds(ImmutableArray<PlanePoint> ring, PlanePoint place)
    {
        var isIn = false;
        for (var (at, before) = (0, ring.Length - 1); at < ring.Length; before = at++)
        {
            var (one, other) = (ring[at], ring[before]);
            isIn ^= one.Y > place.Y != other.Y > place.Y && place.X < one.X + ((other.X - one.X) * (place.Y - one.Y) / (other.Y - one.Y));
        }

        return isIn;
    }
}
