using System.Collections.Immutable;

namespace Insiders.Web.Charts;

/// <summary>Points, or bubbles, in groups.</summary>
public sealed record ScatterChart : ChartSpec
{
    /// <summary>The groups; the number of a point in a selection counts through all of them in order.</summary>
    public required ImmutableArray<ScatterGroup> Groups { get; init; }

    /// <summary>Across.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>Upwards.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>Colours points by their <see cref="ScatterPoint.Value"/> instead of their group's colour.</summary>
    public ColourScale? Scale { get; init; }

    /// <summary>Pixels across a point without a size of its own.</summary>
    public double PointSize { get; init; } = 6;

    /// <summary>True to give both axes the same unit length.</summary>
    public bool HasEqualAxes { get; init; }

    /// <summary>True for many points: drawn by the graphics processor, and what a pointer reads is asked for point by point.</summary>
    public bool UseWebGl { get; init; }

    /// <summary>The key of a point that is shown apart from all others.</summary>
    public string? HighlightedKey { get; init; }

    /// <summary>True to offer lasso and box.</summary>
    public bool CanSelect { get; init; }

    /// <inheritdoc/>
    public override int Height { get; init; } = 420;

    /// <inheritdoc/>
    public override bool HasData => Groups.Any(group => group.Points.Length > 0);
}
