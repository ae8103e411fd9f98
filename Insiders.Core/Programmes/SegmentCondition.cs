namespace Insiders.Core.Programmes;

/// <summary>The customer is of a segment.</summary>
/// <param name="SegmentId">Its stable id; null for the top segment, whichever has the highest mean revenue in the published run.</param>
public sealed record SegmentCondition(long? SegmentId) : Condition;
