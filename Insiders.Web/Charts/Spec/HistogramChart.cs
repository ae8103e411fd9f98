using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>The distribution of one group compared with all customers, over the same bins.</summary>
public sealed record HistogramChart : ChartSpec
{
    /// <summary>Edges of the bins, ascending; one more than bins.</summary>
    public required ImmutableArray<double> Edges { get; init; }

    /// <summary>The group, drawn as bars.</summary>
    public required HistogramSeries Group { get; init; }

    /// <summary>All customers, drawn as an outline; null when there is nothing to compare with.</summary>
    public HistogramSeries? Base { get; init; }

    /// <summary>The horizontal axis; on a logarithmic one all edges are above zero.</summary>
    public required ChartAxis X { get; init; }

    /// <summary>The vertical axis: shares or counts.</summary>
    public required ChartAxis Y { get; init; }

    /// <inheritdoc/>
    public override int Height { get; init; } = 240;

    /// <inheritdoc/>
    public override bool HasData => Group.Heights.Length > 0;
}
