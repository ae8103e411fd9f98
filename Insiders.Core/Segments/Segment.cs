using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments;

/// <summary>Clusters merged into one group that marketing can act on.</summary>
/// <param name="Position">Place by mean revenue, 0 the highest.</param>
/// <param name="Name">What it is called, from what it is.</param>
/// <param name="Clusters">The clusters it was merged from, ascending; clusters are numbered by mean revenue, 0 the highest.</param>
/// <param name="Profile">What its customers are like.</param>
public sealed record Segment(int Position, SegmentName Name, ImmutableArray<int> Clusters, GroupProfile Profile)
{
    /// <summary>How many of its customers are what may be said of them; null where the stages of customers are not known.</summary>
    public MemberCounts? Members { get; init; }

    /// <summary>The same segment with its name judged by its members.</summary>
    /// <param name="members">Its members now; null where stages are not known.</param>
    public Segment JudgedBy(MemberCounts? members) => this with { Members = members, Name = SegmentNaming.Judge(Name, members) };
}
