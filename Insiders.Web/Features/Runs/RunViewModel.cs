using System.Collections.Immutable;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;

namespace Insiders.Web.Features.Runs;

/// <summary>One run as its page shows it.</summary>
/// <param name="Details">What it was asked and what it found out.</param>
/// <param name="Candidates">Every number of clusters tried; empty unless it succeeded.</param>
/// <param name="Log">What happened, the oldest first.</param>
/// <param name="Stray">Sales that its ledger left out for their dates; null when there are none, or when that ledger is not what the imports of today made any more.</param>
public sealed record RunViewModel(RunDetails Details, ImmutableArray<Candidate> Candidates, IReadOnlyList<RunLogEntry> Log, StrayDates? Stray = null)
{
    /// <summary>Reads a run; null when there is none of that number.</summary>
    public static async Task<RunViewModel?> ReadAsync(IRunStore store, SalesLedger ledger, IRunLog log, long runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(log);
        return await store.FindRunAsync(runId, cancellationToken) is { } details
            ? new RunViewModel(WithUnwritten(details, log.Read(runId)), await store.ListCandidatesAsync(runId, cancellationToken), log.Read(runId), FindStray(ledger, details.Summary.LedgerFingerprint))
            : null;
    }

    /// <summary>A failure that the store has not taken yet, its disk being full, is known to the log already.</summary>
    private static RunDetails WithUnwritten(RunDetails details, IReadOnlyList<RunLogEntry> log)
        => details.Summary.State is RunState.Running or RunState.Queued && log is [.., { What: RunEvent.Failed, Detail: { } problem }]
            ? details with { Summary = details.Summary with { State = RunState.Failed, Error = Problem.FromText(problem) } }
            : details;

    // The run's ledger was the imports up to one of them: their fingerprints add up to its own.
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
            // A run is shown also when its ledger cannot be read any more.
            return null;
        }
    }
}
