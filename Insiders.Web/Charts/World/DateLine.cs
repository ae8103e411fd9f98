using System.Collections.Immutable;

namespace Insiders.Web.Charts.World;

/// <summary>Cuts what lies across the date line, so that each part stands at its own edge of the map.</summary>
public static class DateLine
{
    private const double Half = 180;
    private const double Whole = 360;

    /// <summary>The longitude that goes on from the one before: the shorter way round.</summary>
    public static double Follow(double before, double longitude) => longitude - (Whole * Math.Round((longitude - before) / Whole));

    /// <summary>The parts of a ring, each between −180 and 180 degrees.</summary>
    /// <param name="ring">Closed without its first point once more; longitudes go on where it crosses the line.</param>
    /// <remarks>Sutherland and Hodgman (1974) against either edge. Parts of one ring that touch the line several times stay joined along it.</remarks>
    public static IEnumerable<ImmutableArray<GlobePoint>> Cut(ImmutableArray<GlobePoint> ring)
        => ring.All(point => Math.Abs(point.Longitude) <= Half)
            ? [ring]
            : new[] { 0, -Whole, Whole }.Select(shift => Clip(Clip(Shifted(ring, shift), edge: Half, side: 1), edge: -Half, side: -1)).Where(part => part.Length > 2);

    private static ImmutableArray<GlobePoint> Shifted(ImmutableArray<GlobePoint> ring, double shift) => [.. ring.Select(point => point with { Longitude = point.Longitude + shift })];

    // Side is 1 where longitudes up to the edge stay, −1 where those from it on do.
    private static ImmutableArray<GlobePoint> Clip(ImmutableArray<GlobePoint> ring, double edge, int side)
    {
        var kept = ImmutableArray.CreateBuilder<GlobePoint>();
        for (var at = 0; at < ring.Length; at++)
        {
            var (from, to) = (ring[at], ring[(at + 1) % ring.Length]);
            if (IsInside(from))
            {
                kept.Add(from);
            }

            if (IsInside(from) != IsInside(to))
            {
                var way = (edge - from.Longitude) / (to.Longitude - from.Longitude);
                kept.Add(new(from.Latitude + (way * (to.Latitude - from.Latitude)), edge));
            }
        }

        return kept.DrainToImmutable();

        bool IsInside(GlobePoint point) => side * (edge - point.Longitude) >= 0;
    }
}
