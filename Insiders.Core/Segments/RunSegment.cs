using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>A segment of one run, with the identity it has over all runs.</summary>
/// <param name="SegmentId">Stable over runs: a segment of the same key has the same id.</param>
/// <param name="Colour">Its colour over all runs, as <c>#RRGGBB</c>.</param>
/// <param name="Segment">What it was in this run.</param>
public sealed record RunSegment(long SegmentId, string Colour, Segment Segment)
{
    /// <summary>Stable ids of the run's own segments that it stands for, its own first; more than one where people merged segments.</summary>
    public ImmutableArray<long> Parts { get => field.IsDefaultOrEmpty ? [SegmentId] : field; init; }

    /// <summary>The lever that people gave it; null where the one of its region holds.</summary>
    public LocalText? Lever { get; init; }
}
