namespace Insiders.Core.Application.Runs;

/// <summary>One line of a run's log.</summary>
/// <param name="At">When.</param>
/// <param name="What">What happened.</param>
/// <param name="Detail">Who, which stage or why; null when there is nothing to add.</param>
public sealed record RunLogEntry(DateTimeOffset At, RunEvent What, string? Detail);
