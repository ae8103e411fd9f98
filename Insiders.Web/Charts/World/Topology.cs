using System.Collections.Immutable;
using System.Text.Json;

namespace Insiders.Web.Charts.World;

/// <summary>Reads outlines of countries from TopoJSON, which stores a border between two countries once, as delta-encoded integers.</summary>
/// <remarks>The TopoJSON Format Specification (Bostock and Metcalf 2013), sections 2.1.3 and 2.1.4.</remarks>
public sealed class Topology
{
    // Minimum number of points to keep of a ring.
    private const double LeastSides = 6;

    // Nearly half of the lines belong to lakes and rivers, which are not used.
    private readonly ImmutableArray<Lazy<ImmutableArray<GlobePoint>>> _lines;
    private readonly JsonElement _countries;

    private Topology(JsonElement root, double tolerance)
    {
        var (scale, shift) = (Pair(root.GetProperty("transform").GetProperty("scale")), Pair(root.GetProperty("transform").GetProperty("translate")));
        _countries = root.GetProperty("objects").GetProperty("countries").GetProperty("geometries");
        _lines = [.. root.GetProperty("arcs").EnumerateArray().Select(arc => new Lazy<ImmutableArray<GlobePoint>>(() => Line(arc, scale, shift, tolerance)))];
    }

    /// <summary>Projects every line, drops invisible detail, and assembles the rings of each country.</summary>
    /// <param name="json">A topology with a transform and an object <c>countries</c> of polygons, in degrees.</param>
    /// <param name="tolerance">Largest deviation of a simplified line, in the units of <see cref="PlanePoint"/>; rings smaller than that are dropped.</param>
    /// <returns>One outline per code; none for a country without a visible ring.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">A part is missing.</exception>
    public static ImmutableArray<CountryOutline> Read(Stream json, double tolerance)
    {
        using var document = JsonDocument.Parse(json);
        var topology = new Topology(document.RootElement, tolerance);
        // A country in two parts may be two entries with the same code.
        return
        [
            .. topology._countries.EnumerateArray().GroupBy(
                country => country.GetProperty("id").GetString()!,
                (code, entries) => new CountryOutline(code, [.. entries.SelectMany(topology.Rings).Where(ring => Extent(ring) >= tolerance).Select(ring => ring.ToImmutableArray())]),
                StringComparer.Ordinal),
        ];
    }

    private static ImmutableArray<GlobePoint> Line(JsonElement arc, (double X, double Y) scale, (double X, double Y) shift, double tolerance)
    {
        var points = new GlobePoint[arc.GetArrayLength()];
        var (x, y, at) = (0.0, 0.0, 0);
        foreach (var step in arc.EnumerateArray())
        {
            var (right, up) = Pair(step);
            (x, y) = (x + right, y + up);
            var longitude = (x * scale.X) + shift.X;
            points[at] = new((y * scale.Y) + shift.Y, at == 0 ? longitude : DateLine.Follow(points[at - 1].Longitude, longitude));
            at++;
        }

        var plane = Array.ConvertAll(points, NaturalEarth.Project);
        // A small island keeps its shape.
        var own = plane[0] == plane[^1] ? Math.Min(tolerance, Extent(plane) / LeastSides) : tolerance;
        return [.. LineSimplification.Keep(plane, own).Select(kept => points[kept])];
    }

    private IEnumerable<PlanePoint[]> Rings(JsonElement country)
    {
        IEnumerable<JsonElement> polygons = country.GetProperty("type").ValueEquals("Polygon") ? [country.GetProperty("arcs")] : country.GetProperty("arcs").EnumerateArray();
        return polygons.SelectMany(polygon => polygon.EnumerateArray()).SelectMany(ring => DateLine.Cut(Joined(ring))).Select(part => part.Select(NaturalEarth.Project).ToArray());
    }

    // A negative index is the one's complement of a line to traverse backwards. Each line begins where the previous one ended.
    private ImmutableArray<GlobePoint> Joined(JsonElement ring)
    {
        var points = ImmutableArray.CreateBuilder<GlobePoint>();
        foreach (var arc in ring.EnumerateArray().Select(arc => arc.GetInt32()))
        {
            var line = arc < 0 ? _lines[~arc].Value.Reverse() : _lines[arc].Value;
            foreach (var point in line.SkipLast(1))
            {
                points.Add(points.Count == 0 ? point : point with { Longitude = DateLine.Follow(points[^1].Longitude, point.Longitude) });
            }
        }

        return points.DrainToImmutable();
    }

    private static double Extent(PlanePoint[] ring)
        => ring.Length < 3 ? 0 : Math.Max(ring.Max(point => point.X) - ring.Min(point => point.X), ring.Max(point => point.Y) - ring.Min(point => point.Y));

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());
}
