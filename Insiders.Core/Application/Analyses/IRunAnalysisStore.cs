namespace Insiders.Core.Application.Analyses;

/// <summary>The results of analyses: one per run and analysis, which go with their run.</summary>
public interface IRunAnalysisStore
{
    /// <summary>The stored result of an analysis; null when there is none.</summary>
    Task<StoredAnalysis?> FindAsync(long runId, string key, CancellationToken cancellationToken);

    /// <summary>Stores a result in place of an earlier one.</summary>
    Task SaveAsync(StoredAnalysis result, CancellationToken cancellationToken);
}
