using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Points or bubbles in groups.</summary>
public sealed record ScatterChart : ChartSpec
{
    /// <summary>The groups.</summary>
    public required ImmutableArray<ScatterGroup> Groups { get; init; }

    /// <summary>The horizontal axis.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>The vertical axis.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>Diameter in pixels of a point without its own size.</summary>
    public double PointSize { get; init; } = 6;

    /// <summary>True to give both axes the same unit length.</summary>
    public bool HasEqualAxes { get; init; }

    /// <summary>The key of the highlighted point.</summary>
    public string? HighlightedKey { get; init; }

    /// <inheritdoc/>
    public override int Height { get; init; } = 420;

    /// <inheritdoc/>
    public override bool HasData => Groups.Any(group => group.Points.Length > 0);
}
