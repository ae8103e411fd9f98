namespace Insiders.Core.Application.Runs;

/// <summary>The log of each run, which outlives the process that wrote it.</summary>
public interface IRunLog
{
    /// <summary>Adds a line. If it cannot be written it stays in memory until the next one, because a log must not make a run fail.</summary>
    void Add(long runId, RunEvent what, string? detail = null);

    /// <summary>A run's lines, oldest first; empty when it has none.</summary>
    IReadOnlyList<RunLogEntry> Read(long runId);
}
