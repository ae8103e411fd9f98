namespace Insiders.Core.Application.Runs;

/// <summary>What became of the schedule's last time.</summary>
/// <param name="At">When it was.</param>
/// <param name="Kind">What happened.</param>
/// <param name="RunId">The run that was started; null when none was.</param>
public sealed record ScheduledOutcome(DateTimeOffset At, ScheduledOutcomeKind Kind, long? RunId);
