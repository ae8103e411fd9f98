using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Insiders.Web.Charts.World;

/// <summary>The outlines of the world's countries on the plane that maps are drawn on, read once from an embedded resource.</summary>
/// <remarks>Natural Earth at 1 : 50 million, from Plotly's topology (<c>LICENSE.txt</c>). Read on first use, in about 50 ms.</remarks>
public static class WorldAtlas
{
    /// <summary>Half a pixel of a map 1,000 pixels wide.</summary>
    private const double Tolerance = 3;

    private const string File = "world_50m.json";

    private static readonly Lazy<ImmutableArray<CountryOutline>> s_countries = new(Read);
    private static readonly Lazy<FrozenDictionary<string, CountryOutline>> s_byCode = new(() => s_countries.Value.ToFrozenDictionary(country => country.Code, StringComparer.Ordinal));
    private static readonly Lazy<string> s_land = new(() => PathOf(s_countries.Value));

    /// <summary>Lowest latitude shown: includes the southern capes of America and Africa, but not Antarctica.</summary>
    public static PlanePoint LowerLeft { get; } = new(NaturalEarth.Project(new(0, -180)).X, NaturalEarth.Project(new(-57, 0)).Y);

    /// <summary>Highest latitude shown: the north of Greenland.</summary>
    public static PlanePoint UpperRight { get; } = new(NaturalEarth.Project(new(0, 180)).X, NaturalEarth.Project(new(84, 0)).Y);

    /// <summary>Height divided by width of the part shown.</summary>
    public static double Ratio => (UpperRight.Y - LowerLeft.Y) / (UpperRight.X - LowerLeft.X);

    /// <summary>All countries, as an SVG path in whole units of the plane.</summary>
    public static string Land => s_land.Value;

    /// <summary>The outline of a country; null when the data has no visible one.</summary>
    /// <param name="code">ISO 3166-1 alpha-3.</param>
    public static CountryOutline? Find(string code) => s_byCode.Value.GetValueOrDefault(code) is { Rings.IsEmpty: false } outline ? outline : null;

    private static ImmutableArray<CountryOutline> Read()
    {
        using var stream = typeof(WorldAtlas).Assembly.GetManifestResourceStream(typeof(WorldAtlas), File) ?? throw new InvalidOperationException($"The site lacks its resource {File}.");
        return Topology.Read(stream, Tolerance);
    }

    private static string PathOf(ImmutableArray<CountryOutline> countries)
    {
        var path = new StringBuilder(100_000);
        foreach (var ring in countries.SelectMany(country => country.Rings).Where(ring => ring.Any(point => point.Y > LowerLeft.Y)))
        {
            var mark = 'M';
            foreach (var point in ring)
            {
                path.Append(CultureInfo.InvariantCulture, $"{mark}{point.X:0},{point.Y:0}");
                mark = 'L';
            }

            path.Append('Z');
        }

        return path.ToString();
    }
}
