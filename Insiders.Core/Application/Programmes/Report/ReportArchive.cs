using System.Collections.Immutable;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Problems;
using Microsoft.Extensions.Logging;

namespace Insiders.Core.Application.Programmes.Report;

/// <summary>Keeps the report of every published run as it was last read, so that what was decided by it can be looked up.</summary>
public sealed class ReportArchive(IRunAnalysisStore store, TimeProvider time, ILogger<ReportArchive> log)
{
    private const string Key = "programme-report";
    private const int Version = 1;

    /// <summary>Keeps a report in place of the one that was read before. A store that refuses is no reason to show no report.</summary>
    /// <param name="runId">The run it was answered from.</param>
    /// <param name="language">The language it was read in, such as <c>"pt-BR"</c>.</param>
    /// <param name="content">The report, as whoever words it writes it.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task KeepAsync(long runId, string language, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.FindAsync(runId, KeyOf(language), cancellationToken) is not { } known || !known.Content.AsSpan().SequenceEqual(content))
            {
                await store.SaveAsync(new(runId, KeyOf(language), Version, "", time.GetUtcNow(), content), cancellationToken);
            }
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            log.LogWarning(refusal, "The report of run {Run} could not be kept.", runId);
        }
    }

    /// <summary>The report of a run; null where nobody has read it in that language.</summary>
    public async Task<StoredAnalysis?> FindAsync(long runId, string language, CancellationToken cancellationToken) => await store.FindAsync(runId, KeyOf(language), cancellationToken);

    /// <summary>The runs whose report was read in a language, newest first.</summary>
    public Task<ImmutableArray<long>> ListAsync(string language, CancellationToken cancellationToken) => store.ListRunsAsync(KeyOf(language), cancellationToken);

    private static string KeyOf(string language) => $"{Key}/{language}";
}
