using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Bars: lying, in the order given from the top; or upright columns, in the order of a scale.</summary>
public sealed record BarChart : ChartSpec
{
    /// <summary>One series, or several stacked on each other. All have the same labels in the same order.</summary>
    public required ImmutableArray<BarSeries> Series { get; init; }

    /// <summary>What the labels are.</summary>
    public required string LabelTitle { get; init; }

    /// <summary>What the values are.</summary>
    public required ChartAxis Values { get; init; }

    /// <summary>True for upright columns: labels are ticks and texts are read on hover.</summary>
    public bool IsUpright { get; init; }

    /// <summary>Up to so many upright columns each bear their name, two at least; of more only a few do.</summary>
    public int MostNamed { get; init; } = 20;

    /// <inheritdoc/>
    public override int Height { get => field > 0 ? field : IsUpright ? 300 : 64 + (34 * Math.Max(BarCount, 3)); init; }

    /// <inheritdoc/>
    public override bool HasData => BarCount > 0;

    /// <summary>How many bars stand side by side.</summary>
    public int BarCount => Series.Select(series => series.Bars.Length).DefaultIfEmpty().Max();
}
