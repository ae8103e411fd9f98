using System.Collections.Immutable;

namespace Insiders.Web.Charts;

/// <summary>Points in space, turned by dragging.</summary>
public sealed record ScatterChart3d : ChartSpec
{
    /// <summary>The groups.</summary>
    public required ImmutableArray<ScatterGroup> Groups { get; init; }

    /// <summary>First direction.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>Second direction.</summary>
    public required ChartAxis Y { get; init; }

    /// <summary>Third direction.</summary>
    public required ChartAxis Z { get; init; }

    /// <summary>Colours points by their <see cref="ScatterPoint.Value"/> instead of their group's colour.</summary>
    public ColourScale? Scale { get; init; }

    /// <summary>Pixels across a point.</summary>
    public double PointSize { get; init; } = 3;

    /// <inheritdoc/>
    public override int Height { get; init; } = 520;

    /// <inheritdoc/>
    public override bool HasData => Groups.Any(group => group.Points.Length > 0);
}
