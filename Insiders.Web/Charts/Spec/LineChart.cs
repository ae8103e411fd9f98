using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Lines over numbers or days.</summary>
public sealed record LineChart : ChartSpec
{
    /// <summary>The lines.</summary>
    public required ImmutableArray<LineSeries> Series { get; init; }

    /// <summary>Across.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>Upwards.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>Lines to compare with, drawn thin and dashed: a diagonal, a mean.</summary>
    public ImmutableArray<ReferenceLine> References { get; init; } = [];

    /// <inheritdoc/>
    public override bool HasData => Series.Any(series => series.Points.Length > 0);
}
