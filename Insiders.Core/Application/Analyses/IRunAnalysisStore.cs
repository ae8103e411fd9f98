using System.Collections.Immutable;

namespace Insiders.Core.Application.Analyses;

/// <summary>The results of analyses: one per run and analysis, which go with their run.</summary>
public interface IRunAnalysisStore
{
    /// <summary>The stored result of an analysis; null when there is none.</summary>
    Task<StoredAnalysis?> FindAsync(long runId, string key, CancellationToken cancellationToken);

    /// <summary>The runs with a stored result of an analysis, newest first.</summary>
    Task<ImmutableArray<long>> ListRunsAsync(string key, CancellationToken cancellationToken);

    /// <summary>Stores a result in place of an earlier one.</summary>
    Task SaveAsync(StoredAnalysis result, CancellationToken cancellationToken);
}
