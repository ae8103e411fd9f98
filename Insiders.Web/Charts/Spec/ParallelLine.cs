using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>One item over all axes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Values">One per axis; NaN breaks the line.</param>
/// <param name="Hovers">Hover labels, one per axis.</param>
public sealed record ParallelLine(string Name, string Colour, ImmutableArray<double> Values, ImmutableArray<string> Hovers)
{
    /// <summary>Key reported when it is clicked; null when it cannot be picked.</summary>
    public string? Key { get; init; }

    /// <summary>One of <see cref="ChartSymbols.All"/>, so that lines differ in more than colour.</summary>
    public string Symbol { get; init; } = ChartSymbols.All[0];

    /// <summary>True when something else is selected; it is drawn paler.</summary>
    public bool IsMuted { get; init; }
}
