using Insiders.Core.Segments;

namespace Insiders.Core.Application.Runs;

/// <summary>Where a customer was in one run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="IsPublished">True for the run that pages show.</param>
/// <param name="IsKnown">False when the run has no such customer: its ledger or cleaning left it out.</param>
/// <param name="Segment">Its segment as the run had it; null for noise, and where it is not known.</param>
public sealed record CustomerMembership(long RunId, DateTimeOffset EndedAt, bool IsPublished, bool IsKnown, RunSegment? Segment);
