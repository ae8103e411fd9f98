namespace Insiders.Core.Application.Runs;

/// <summary>The outcome of one trigger of the schedule.</summary>
/// <param name="At">When it was.</param>
/// <param name="Kind">What happened.</param>
/// <param name="RunId">The run that was started; null when none was.</param>
public sealed record ScheduledOutcome(DateTimeOffset At, ScheduledOutcomeKind Kind, long? RunId);
