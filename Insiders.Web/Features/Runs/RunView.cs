using System.Collections.Immutable;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Web.Worker;

namespace Insiders.Web.Features.Runs;

/// <summary>One run as its page shows it.</summary>
/// <param name="Details">What it was asked and what it found out.</param>
/// <param name="Candidates">Every number of clusters tried; empty unless it succeeded.</param>
/// <param name="Log">What happened, the oldest first.</param>
public sealed record RunView(RunDetails Details, ImmutableArray<Candidate> Candidates, IReadOnlyList<RunLogEntry> Log)
{
    /// <summary>Reads a run; null when there is none of that number.</summary>
    public static async Task<RunView?> ReadAsync(RunStore store, RunLog log, long runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(log);
        return await store.FindRunAsync(runId, cancellationToken) is { } details
            ? new RunView(WithUnwritten(details, log.Read(runId)), await store.ListCandidatesAsync(runId, cancellationToken), log.Read(runId))
            : null;
    }

    /// <summary>A failure that the store has not taken yet, its disk being full, is known to the log already.</summary>
    private static RunDetails WithUnwritten(RunDetails details, IReadOnlyList<RunLogEntry> log)
        => details.Summary.State is RunState.Running or RunState.Queued && log is [.., { What: RunEvent.Failed, Detail: { } problem }]
            ? details with { Summary = details.Summary with { State = RunState.Failed, Error = Problem.FromText(problem) } }
            : details;
}
