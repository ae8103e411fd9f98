using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Web.Charts.World;

namespace Insiders.Web.Features.Map;

/// <summary>Chooses the part of the world that a map shows first.</summary>
public static class MapView
{
    /// <summary>Share of the customers from which a continent is shown first; below it, the whole world is.</summary>
    private const double Home = 0.75;

    /// <summary>Share of a continent's customers whose countries must be visible; the others can be reached by dragging.</summary>
    private const double InSight = 0.95;

    private const double Margin = 0.08;

    /// <summary>Smallest width, a tenth of the world's; less would show a country without its neighbours.</summary>
    private const double LeastSide = 500;

    /// <summary>The whole world.</summary>
    public static PlaneBox World { get; } = new(WorldAtlas.LowerLeft, WorldAtlas.UpperRight);

    /// <summary>The part of the world for a region in an address.</summary>
    /// <param name="region">A value of <see cref="MapQuery.Region"/>.</param>
    /// <param name="countries">The countries with customers.</param>
    /// <param name="chosen">The selected country, which is included unless a region is given; null for none.</param>
    public static PlaneBox Of(string region, ImmutableArray<CountrySummary> countries, Country? chosen = null)
    {
        if (region != MapQuery.Home)
        {
            return MapQuery.ContinentOf(region) is { } continent ? OfContinent(continent) : World;
        }

        var home = OfCustomers(countries);
        return chosen is null || home.Holds(NaturalEarth.Project(new(chosen.Latitude, chosen.Longitude))) ? home : OfContinent(chosen.Continent);
    }

    private static PlaneBox OfContinent(Continent continent) => continent switch
    {
        Continent.Africa => PlaneBox.OfGlobe(-36, 38, -19, 53),
        Continent.Asia => PlaneBox.OfGlobe(-11, 56, 26, 147),
        Continent.Europe => PlaneBox.OfGlobe(35, 71, -24, 42),
        Continent.NorthAmerica => PlaneBox.OfGlobe(7, 72, -165, -52),
        Continent.Oceania => PlaneBox.OfGlobe(-48, 2, 111, 180),
        Continent.SouthAmerica => PlaneBox.OfGlobe(-56, 13, -82, -34),
        _ => World,
    };

    private static PlaneBox OfCustomers(ImmutableArray<CountrySummary> countries)
    {
        var placed = countries.Where(country => country.Place is not null).ToImmutableArray();
        if (ContinentSummary.Of(placed) is not [{ Continent: { } continent, CustomerShare: >= Home } main, ..])
        {
            return World;
        }

        var points = new List<PlanePoint>();
        var shown = 0;
        foreach (var country in placed.Where(country => country.Place!.Continent == continent).OrderByDescending(country => country.Customers).ThenBy(country => country.Name, StringComparer.Ordinal))
        {
            if (shown >= InSight * main.Customers)
            {
                break;
            }

            shown += country.Customers;
            points.AddRange(Extent(country.Place!));
        }

        return PlaneBox.Around(points).Widened(Margin, LeastSide);
    }

    // Only the mainland, because overseas islands would widen the view.
    private static ImmutableArray<PlanePoint> Extent(Country place)
        => WorldOutlines.CodeOf(place) is { } code && WorldAtlas.Find(code) is { } outline ? outline.Rings.MaxBy(Area) : [NaturalEarth.Project(new(place.Latitude, place.Longitude))];

    private static double Area(ImmutableArray<PlanePoint> ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Length; i++)
        {
            var (here, next) = (ring[i], ring[(i + 1) % ring.Length]);
            twice += (here.X * next.Y) - (next.X * here.Y);
        }

        return Math.Abs(twice);
    }
}
