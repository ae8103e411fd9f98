using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>One item around the centre.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Values">One per axis.</param>
/// <param name="Hovers">Hover labels, one per axis.</param>
/// <param name="Key">Key reported when it is clicked; null when it cannot be picked.</param>
public sealed record RadarSeries(string Name, string Colour, ImmutableArray<double> Values, ImmutableArray<string> Hovers, string? Key = null)
{
    /// <summary>One of <see cref="ChartSymbols.All"/>.</summary>
    public string Symbol { get; init; } = ChartSymbols.All[0];

    /// <summary>True for dashes: the series the others are compared with.</summary>
    public bool IsDashed { get; init; }
}
