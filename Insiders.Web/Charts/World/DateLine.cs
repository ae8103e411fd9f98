using System.Collections.Immutable;

namespace Insiders.Web.Charts.World;

/// <summary>Cuts outlines at the date line, so that each part is at its own edge of the map.</summary>
public static class DateLine
{
    private const double Half = 180;
    private const double Whole = 360;

    /// <summary>Unwraps a longitude so that it continues from the previous one by the shorter way round.</summary>
    public static double Follow(double before, double longitude) => longitude - (Whole * Math.Round((longitude - before) / Whole));

    /// <summary>Splits a ring into parts, each between −180 and 180 degrees.</summary>
    /// <param name="ring">Closed without repeating its first point; longitudes continue beyond ±180 where it crosses the date line.</param>
    /// <remarks>Clips against each edge (Sutherland and Hodgman 1974). Parts of one ring that touch the date line several times stay joined along it.</remarks>
    public static IEnumerable<ImmutableArray<GlobePoint>> Cut(ImmutableArray<GlobePoint> ring)
        => ring.All(point => Math.Abs(point.Longitude) <= Half)
            ? [ring]
            : new[] { 0, -Whole, Whole }.Select(shift => Clip(Clip(Shifted(ring, shift), edge: Half, side: 1), edge: -Half, side: -1)).Where(part => part.Length > 2);

    private static ImmutableArray<GlobePoint> Shifted(ImmutableArray<GlobePoint> ring, double shift) => [.. ring.Select(point => point with { Longitude = point.Longitude + shift })];

    // side is 1 to keep longitudes up to the edge, −1 to keep those from it on.
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
