using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Lines over numbers or days.</summary>
public sealed record LineChart : ChartSpec
{
    /// <summary>The lines.</summary>
    public required ImmutableArray<LineSeries> Series { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>Reference lines, drawn thin and dashed: a diagonal, a mean.</summary>
    public ImmutableArray<ReferenceLine> References { get; init; } = [];

    /// <inheritdoc/>
    public override bool HasData => Series.Any(series => series.Points.Length > 0);
}
