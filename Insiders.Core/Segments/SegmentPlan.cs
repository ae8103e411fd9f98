using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments;

/// <summary>What to do with a segment.</summary>
/// <param name="Key">Stable and language-free: the region's key, or the tier of spend and whom it is for.</param>
/// <param name="Claim">Whom it is for: it is shown where this is true of enough members. Null: for members who have little in common.</param>
/// <param name="Lever">The one thing to be done.</param>
/// <param name="Actions">The longer plan, the most effective first.</param>
public sealed record SegmentPlan(string Key, MemberClaim? Claim, SegmentLever Lever, ImmutableArray<LocalText> Actions);
