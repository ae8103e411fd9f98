namespace Insiders.Core.Application.Runs;

/// <summary>A queued run, passed to the worker.</summary>
/// <param name="RunId">Its number.</param>
public sealed record RunRequest(long RunId);
