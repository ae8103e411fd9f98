using System.Text.Json;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Problems;
using Microsoft.Extensions.Logging;

namespace Insiders.Core.Application.Analyses;

/// <summary>Finds the results of analyses: in memory, else in the database, else by computing them.</summary>
public sealed class RunAnalysisService(IRunAnalysisStore store, AnalysisBroadcaster broadcaster, TimeProvider time, ILogger<RunAnalysisService> log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (PublishedRun Run, object Result)> _held = new(StringComparer.Ordinal);

    /// <summary>Raised with the key of an analysis after its result was stored.</summary>
    public event Action<string>? Stored;

    /// <summary>The result of an analysis for the published run.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="run">The published run.</param>
    /// <param name="cancellationToken">Cancels the wait, not the computation.</param>
    /// <remarks>Computed once, however many ask. Results of the run that was published before are forgotten.</remarks>
    public Task<T> FindAsync<T>(RunAnalysis<T> analysis, PublishedRun run, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(run);
        AsyncLazy<T> result;
        lock (_gate)
        {
            if (_held.TryGetValue(analysis.Key, out var held) && ReferenceEquals(held.Run, run))
            {
                result = (AsyncLazy<T>)held.Result;
            }
            else
            {
                result = new(() => ReadAsync(analysis, run));
                _held[analysis.Key] = (run, result);
            }
        }

        return result.FindAsync(cancellationToken);
    }

    /// <summary>Computes an analysis unless its result is there already.</summary>
    public Task PrepareAsync(RunAnalysis analysis, PublishedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return analysis.PrepareAsync(this, run, cancellationToken);
    }

    /// <summary>The stored result; null when it has yet to be computed.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="run">The published run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<T?> FindStoredAsync<T>(RunAnalysis<T> analysis, PublishedRun run, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(run);
        var stored = await store.FindAsync(run.Run.Run.Id, analysis.Key, cancellationToken);
        if (stored is null || stored.Version != analysis.Version || stored.Edition != run.Edition)
        {
            return null;
        }

        try
        {
            return analysis.Read(stored.Content);
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidDataException)
        {
            log.LogWarning(damaged, "The stored analysis {Key} of run {Run} cannot be read and is computed anew.", analysis.Key, run.Run.Run.Id);
            return null;
        }
    }

    private async Task<T> ReadAsync<T>(RunAnalysis<T> analysis, PublishedRun run)
        where T : class
    {
        if (await FindStoredAsync(analysis, run, CancellationToken.None) is { } stored)
        {
            return stored;
        }

        var started = time.GetTimestamp();
        var result = await analysis.ComputeAsync(run, new Share(broadcaster, analysis.Key), CancellationToken.None);
        log.LogInformation("Analysis {Key} of run {Run} took {Seconds:F2} s.", analysis.Key, run.Run.Run.Id, time.GetElapsedTime(started).TotalSeconds);
        try
        {
            await store.SaveAsync(new(run.Run.Run.Id, analysis.Key, analysis.Version, run.Edition, time.GetUtcNow(), analysis.Write(result)), CancellationToken.None);
            Stored?.Invoke(analysis.Key);
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            // Pages still have the result; the next start computes it again.
            log.LogWarning(refusal, "The analysis {Key} could not be stored.", analysis.Key);
        }

        return result;
    }

    private sealed class Share(AnalysisBroadcaster broadcaster, string key) : IProgress<double>
    {
        public void Report(double value)
        {
            if (broadcaster.Current is { } current && current.Key == key)
            {
                broadcaster.Post(current with { Share = value });
            }
        }
    }
}
