using System.Globalization;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;

namespace Insiders.Web.Hosting.Runs;

/// <summary>What people may do with runs: start, cancel, publish. Every act is audited.</summary>
public sealed class RunDesk(RunStore store, RunQueue queue, CurrentRun current, RunLog runLog, AuditLog audit, WorkBoard board, TimeProvider time)
{
    /// <summary>Queues a run.</summary>
    /// <param name="recipe">Every setting.</param>
    /// <param name="publish">Publish it as soon as it succeeds.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Cancels the wait for a place in the queue.</param>
    /// <returns>The number of the run.</returns>
    public Task<long> StartAsync(Recipe recipe, bool publish, string actor, CancellationToken cancellationToken)
        => queue.EnqueueAsync(recipe, actor, cancellationToken, publish, action: "run.queued");

    /// <summary>Queues a run with the recipe of an earlier one.</summary>
    /// <exception cref="InvalidOperationException">There is no such run.</exception>
    public async Task<long> StartAgainAsync(long runId, string actor, CancellationToken cancellationToken)
    {
        var run = await store.FindRunAsync(runId, cancellationToken) ?? throw new InvalidOperationException($"There is no run {runId}.");
        return await StartAsync(run.Recipe, publish: false, actor, cancellationToken);
    }

    /// <summary>Cancels a run that waits or is at work: it is marked at once and stops within seconds.</summary>
    /// <exception cref="InvalidOperationException">The run has ended already.</exception>
    public async Task CancelAsync(long runId, string actor, CancellationToken cancellationToken)
    {
        await store.CancelRunAsync(runId, time.GetUtcNow(), cancellationToken);
        current.Cancel(runId);
        runLog.Add(runId, RunEvent.Cancelled, actor);
        await AuditAsync("run.cancelled", runId, actor, cancellationToken);
    }

    /// <summary>Makes a succeeded run the one that pages show; also the way back to an earlier one.</summary>
    /// <exception cref="InvalidOperationException">The run has not succeeded.</exception>
    public async Task PublishAsync(long runId, string actor, CancellationToken cancellationToken)
    {
        await store.PublishAsync(runId, actor, time.GetUtcNow(), cancellationToken, action: "run.published");
        runLog.Add(runId, RunEvent.Published, actor);

        // Whoever watches the boards looks again: pages show another run now.
        board.Publications.Announce(runId, actor);
        board.Post(board.Current is WorkState.Busy busy ? busy : new WorkState.Idle());
    }

    private Task AuditAsync(string action, long runId, string actor, CancellationToken cancellationToken)
        => audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor, action, runId.ToString(CultureInfo.InvariantCulture)), cancellationToken);
}
