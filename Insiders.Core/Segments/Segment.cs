using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>Clusters merged into one group that marketing can act on.</summary>
/// <param name="Position">Place by mean revenue, 0 the highest.</param>
/// <param name="Name">What it is called, from what it is.</param>
/// <param name="Clusters">The clusters it was merged from, ascending; clusters are numbered by mean revenue, 0 the highest.</param>
/// <param name="Profile">What its customers are like.</param>
public sealed record Segment(int Position, SegmentName Name, ImmutableArray<int> Clusters, GroupProfile Profile);
