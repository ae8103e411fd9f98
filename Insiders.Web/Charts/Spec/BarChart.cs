using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Bars: horizontal, in the given order from the top, or vertical columns in the order of a scale.</summary>
public sealed record BarChart : ChartSpec
{
    /// <summary>One series, or several stacked on each other. All have the same labels in the same order.</summary>
    public required ImmutableArray<BarSeries> Series { get; init; }

    /// <summary>Title of the label axis.</summary>
    public required string LabelTitle { get; init; }

    /// <summary>The axis of values.</summary>
    public required ChartAxis Values { get; init; }

    /// <summary>True for vertical columns, whose labels are ticks and whose texts are shown on hover.</summary>
    public bool IsUpright { get; init; }

    /// <summary>Largest number of vertical columns that are all labelled, at least two; with more, only a few are.</summary>
    public int MostNamed { get; init; } = 20;

    /// <inheritdoc/>
    public override int Height { get => field > 0 ? field : IsUpright ? 300 : 64 + (34 * Math.Max(BarCount, 3)); init; }

    /// <inheritdoc/>
    public override bool HasData => BarCount > 0;

    /// <summary>Number of bars side by side.</summary>
    public int BarCount => Series.Select(series => series.Bars.Length).DefaultIfEmpty().Max();
}
