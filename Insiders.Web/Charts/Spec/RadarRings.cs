using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>The radial scale of a radar chart: distances of values from the centre, from 0 to 1, and its rings.</summary>
/// <param name="Ticks">Values of the rings, from the innermost; the last is the rim, at 1.</param>
/// <param name="IsLog">True for a logarithmic scale, which has no zero, so the first ring is around the centre and not at it.</param>
internal sealed record RadarRings(ImmutableArray<double> Ticks, bool IsLog)
{
    private const int FewestRings = 4;

    // Distance of the first ring of a logarithmic scale from the centre, so that points on it do not overlap and its number is legible.
    private const double Hole = 0.16;

    private static readonly int[] s_round = [5, 2, 1];

    /// <summary>Chooses rings for some values: powers of ten on a logarithmic scale, otherwise round steps from 0.</summary>
    public static RadarRings Over(IEnumerable<double> values, bool isLog)
    {
        var drawn = values.Where(value => double.IsFinite(value) && (!isLog || value > 0)).DefaultIfEmpty(1).ToArray();
        if (isLog)
        {
            var low = (int)Math.Floor(Math.Log10(drawn.Min()));
            var high = Math.Max(low + 1, (int)Math.Ceiling(Math.Log10(drawn.Max())));
            return new([.. Enumerable.Range(low, high - low + 1).Select(power => Math.Pow(10, power))], IsLog: true);
        }

        var most = Math.Max(drawn.Max(), double.Epsilon);
        var size = Math.Pow(10, Math.Floor(Math.Log10(most / FewestRings)));
        var step = size * s_round.First(round => round * size * FewestRings <= most || round == 1);
        return new([.. Enumerable.Range(1, (int)Math.Ceiling((most / step) - 1e-9)).Select(ring => ring * step)], IsLog: false);
    }

    /// <summary>The distance of a value from the centre; NaN when it cannot be placed.</summary>
    public double PlaceOf(double value)
    {
        var place = IsLog ? Hole + ((1 - Hole) * Math.Log(value / Ticks[0]) / Math.Log(Ticks[^1] / Ticks[0])) : value / Ticks[^1];
        return double.IsFinite(place) ? Math.Max(place, 0) : double.NaN;
    }
}
