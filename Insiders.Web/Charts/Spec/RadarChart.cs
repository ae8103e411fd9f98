using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Several measures of several items around a centre.</summary>
public sealed record RadarChart : ChartSpec
{
    /// <summary>The measures, clockwise from the top.</summary>
    public required ImmutableArray<string> Axes { get; init; }

    /// <summary>One per item.</summary>
    public required ImmutableArray<RadarSeries> Series { get; init; }

    /// <summary>The radial axis.</summary>
    public required ChartAxis Radius { get; init; }

    /// <inheritdoc/>
    public override int Height { get; init; } = 420;

    /// <inheritdoc/>
    public override bool HasData => Series.Length > 0 && Axes.Length > 0;
}
