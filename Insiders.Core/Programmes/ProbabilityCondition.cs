namespace Insiders.Core.Programmes;

/// <summary>The customer belongs to a segment with at least a probability; see <see cref="SegmentProbability"/>.</summary>
/// <param name="SegmentId">Its stable id; null for the top segment of the published run.</param>
/// <param name="AtLeast">Least probability, 0 to 1.</param>
public sealed record ProbabilityCondition(long? SegmentId, double AtLeast) : Condition;
