using System.Collections.Immutable;
using Insiders.Core.Segments;

namespace Insiders.Core.Programmes;

/// <summary>How a segment does by the criteria of high value.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Medians">The median of its members by criterion; null where no member has a value.</param>
/// <param name="Met">Which criteria the median meets.</param>
public sealed record HighValueSegment(RunSegment Segment, ImmutableArray<double?> Medians, ImmutableArray<bool> Met)
{
    /// <summary>How many criteria are met.</summary>
    public int Count => Met.Count(met => met);
}
