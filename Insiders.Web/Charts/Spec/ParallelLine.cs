using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>One thing over all axes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Colour">As <c>#RRGGBB</c>.</param>
/// <param name="Values">One per axis; NaN breaks the line.</param>
/// <param name="Hovers">What a pointer over the line reads, one per axis.</param>
public sealed record ParallelLine(string Name, string Colour, ImmutableArray<double> Values, ImmutableArray<string> Hovers)
{
    /// <summary>What a click on it picks.</summary>
    public string? Key { get; init; }

    /// <summary>One of <see cref="ChartSymbols.All"/>, so that lines differ by more than colour.</summary>
    public string Symbol { get; init; } = ChartSymbols.All[0];

    /// <summary>True where something else is selected: it steps back.</summary>
    public bool IsMuted { get; init; }
}
