namespace Insiders.Core.Application.Runs;

/// <summary>A run that waits in the store for the worker.</summary>
/// <param name="RunId">Its number.</param>
public sealed record RunRequest(long RunId);
