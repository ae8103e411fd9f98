using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Web.Charts.World;

namespace Insiders.Web.Features.Map;

/// <summary>Which part of the world a map begins with.</summary>
public static class MapView
{
    /// <summary>A continent with this part of the customers is where they are; below it, they are all over the world.</summary>
    private const double Home = 0.75;

    /// <summary>Countries with this part of a continent's customers are in sight; the others are a drag away.</summary>
    private const double InSight = 0.95;

    private const double Margin = 0.08;

    /// <summary>A tenth of the world's width: less would show one country without its neighbours.</summary>
    private const double LeastSide = 500;

    /// <summary>The whole world.</summary>
    public static PlaneBox World { get; } = new(WorldAtlas.LowerLeft, WorldAtlas.UpperRight);

    /// <summary>The part that an address asks for.</summary>
    /// <param name="region">As <see cref="MapQuery.Region"/> has it.</param>
    /// <param name="countries">The countries with customers.</param>
    /// <param name="chosen">The country that is chosen: it is in sight where nothing else was asked for. Null for none.</param>
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

    // The mainland: islands across the ocean would pull the view apart.
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
