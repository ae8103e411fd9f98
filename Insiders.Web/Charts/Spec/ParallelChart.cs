using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Several measures of several items: one axis per measure side by side, one line per item.</summary>
public sealed record ParallelChart : ChartSpec
{
    /// <summary>The axes, from left to right.</summary>
    public required ImmutableArray<ParallelAxis> Axes { get; init; }

    /// <summary>One per item.</summary>
    public required ImmutableArray<ParallelLine> Lines { get; init; }

    /// <inheritdoc/>
    public override int Height { get; init; } = 380;

    /// <inheritdoc/>
    public override bool HasData => Lines.Length > 0 && Axes.Length > 0;
}
