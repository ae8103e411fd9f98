using System.Collections.Immutable;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;

namespace Insiders.Web.Features.Runs;

/// <summary>Everything the page of a run shows.</summary>
/// <param name="Details">Its settings and results.</param>
/// <param name="Candidates">Every number of clusters tried; empty unless it succeeded.</param>
/// <param name="Log">Its log, oldest first.</param>
/// <param name="Stray">Sales that its ledger left out because of their dates; null when there are none, or when the imports that made up that ledger have changed.</param>
public sealed record RunViewModel(RunDetails Details, ImmutableArray<Candidate> Candidates, IReadOnlyList<RunLogEntry> Log, StrayDates? Stray = null)
{
    /// <summary>Reads a run; null when none has that number.</summary>
    public static async Task<RunViewModel?> ReadAsync(IRunStore store, SalesLedger ledger, IRunLog log, long runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(log);
        return await store.FindRunAsync(runId, cancellationToken) is { } details
            ? new RunViewModel(WithUnwritten(details, log.Read(runId)), await store.ListCandidatesAsync(runId, cancellationToken), log.Read(runId), FindStray(ledger, details.Summary.LedgerFingerprint))
            : null;
    }

    /// <summary>Takes a failure from the log if the store could not record it yet, such as on a full disk.</summary>
    private static RunDetails WithUnwritten(RunDetails details, IReadOnlyList<RunLogEntry> log)
        => details.Summary.State is RunState.Running or RunState.Queued && log is [.., { What: RunEvent.Failed, Detail: { } problem }]
            ? details with { Summary = details.Summary with { State = RunState.Failed, Error = Problem.FromText(problem) } }
            : details;

    // The run's ledger consisted of the imports up to one of them, whose fingerprints combine to the run's.
    private static StrayDates? FindStray(SalesLedger ledger, string? fingerprint)
    {
        var (sum, stray, found) = (default(LedgerFingerprint), default(StrayDates), default(StrayDates));
        try
        {
            foreach (var import in ledger.Imports())
            {
                (sum, stray) = (sum + import.Fingerprint, StrayDates.Join(stray, import.StrayDates));
                found = sum.ToString() == fingerprint ? stray : found;
            }

            return found;
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            // A run is shown even if its ledger can no longer be read.
            return null;
        }
    }
}
