using System.Collections.Immutable;

namespace Insiders.Web.Charts;

/// <summary>A chart as plain data: what a builder returns, a panel draws and a test reads.</summary>
/// <param name="Title">What it shows; also its text alternative.</param>
/// <param name="LabelHeader">What the labels are, as a column of the table beside the chart.</param>
/// <param name="ValueHeader">What the values are: the axis title and the other column.</param>
/// <param name="Bars">Horizontal bars, from the top.</param>
public sealed record ChartSpec(string Title, string LabelHeader, string ValueHeader, ImmutableArray<BarPoint> Bars)
{
    /// <summary>True for upright bars side by side, in the order of a scale: their labels are the ticks and their texts are read on hover.</summary>
    public bool IsColumns { get; init; }

    /// <summary>Pixels it needs.</summary>
    public int Height => IsColumns ? 300 : 64 + (34 * Math.Max(Bars.Length, 3));
}
