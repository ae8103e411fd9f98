using Insiders.Core.Application.PublishedRuns;

namespace Insiders.Core.Application.Analyses;

/// <summary>Something too heavy for a page, computed once for a published run and kept with it.</summary>
/// <param name="key">Its name in the database, such as <c>"hypotheses"</c>.</param>
/// <param name="version">Raise it whenever the same run would give another result; results of other versions are computed again.</param>
public abstract class RunAnalysis(string key, int version)
{
    /// <summary>Its name in the database.</summary>
    public string Key { get; } = key;

    /// <summary>The version of its computation.</summary>
    public int Version { get; } = version;

    /// <summary>Computes it unless it is there already; for the worker, which does not know the types of results.</summary>
    internal abstract Task PrepareAsync(RunAnalysisService analyses, PublishedRun run, CancellationToken cancellationToken);
}
