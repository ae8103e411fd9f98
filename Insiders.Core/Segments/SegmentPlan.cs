using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>What to do with a segment.</summary>
/// <param name="Region">The region it lies in: what it is.</param>
/// <param name="Character">What it is, in one sentence.</param>
/// <param name="Lever">The one thing to be done.</param>
/// <param name="Actions">The longer plan, the most effective first.</param>
public sealed record SegmentPlan(SegmentRegion Region, LocalText Character, SegmentLever Lever, ImmutableArray<LocalText> Actions);
