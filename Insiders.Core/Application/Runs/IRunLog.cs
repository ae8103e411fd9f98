namespace Insiders.Core.Application.Runs;

/// <summary>What happened to each run; it outlives the process that wrote it.</summary>
public interface IRunLog
{
    /// <summary>Adds a line. What the disk refuses stays in memory and is written with the next one: a log is no reason for a run to fail.</summary>
    void Add(long runId, RunEvent what, string? detail = null);

    /// <summary>A run's lines, the oldest first; empty when it has none.</summary>
    IReadOnlyList<RunLogEntry> Read(long runId);
}
