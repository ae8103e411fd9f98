using Insiders.Core.Segments;

namespace Insiders.Core.Application.Runs;

/// <summary>A customer's segment in one run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="IsPublished">True for the run that pages show.</param>
/// <param name="IsKnown">False when the run does not contain the customer, because its ledger or cleaning left them out.</param>
/// <param name="Segment">The segment as the run found it; null for noise and when <paramref name="IsKnown"/> is false.</param>
public sealed record CustomerMembership(long RunId, DateTimeOffset EndedAt, bool IsPublished, bool IsKnown, RunSegment? Segment);
