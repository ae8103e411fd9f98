using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Several measures of several things: one axis per measure side by side, one line per thing.</summary>
public sealed record ParallelChart : ChartSpec
{
    /// <summary>From the left.</summary>
    public required ImmutableArray<ParallelAxis> Axes { get; init; }

    /// <summary>The things.</summary>
    public required ImmutableArray<ParallelLine> Lines { get; init; }

    /// <inheritdoc/>
    public override int Height { get; init; } = 380;

    /// <inheritdoc/>
    public override bool HasData => Lines.Length > 0 && Axes.Length > 0;
}
