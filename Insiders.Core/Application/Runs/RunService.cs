using Insiders.Core.Application.Access;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Runs;

/// <summary>Starts, cancels and publishes runs.</summary>
public sealed class RunService(IRunStore store, RunQueue queue, CurrentRun current, IRunLog runLog, AccessCheck access, RunStatusBroadcaster status, TimeProvider time)
{
    private const string Queued = "run.queued";

    /// <summary>Queues a run.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="recipe">Every setting.</param>
    /// <param name="publish">Whether to publish it as soon as it succeeds.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The number of the run.</returns>
    public async Task<Result<long>> StartAsync(Actor actor, Recipe recipe, bool publish, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal ? refusal
            : await queue.EnqueueAsync(recipe, actor.Name, cancellationToken, publish, action: Queued);

    /// <summary>Queues a run with the recipe of an earlier one.</summary>
    public async Task<Result<long>> StartAgainAsync(Actor actor, long runId, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal ? refusal
            : await store.FindRunAsync(runId, cancellationToken) is { } run ? await queue.EnqueueAsync(run.Recipe, actor.Name, cancellationToken, publish: false, action: Queued)
            : Problem.Of(ProblemCode.RunChanged);

    /// <summary>Cancels a queued or running run: it is marked at once and stops within seconds.</summary>
    public async Task<Result> CancelAsync(Actor actor, long runId, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await store.CancelRunAsync(runId, time.GetUtcNow(), cancellationToken, actor.Name);
        }
        catch (RunChangedException changed)
        {
            return changed.Problem;
        }

        current.Cancel(runId);
        runLog.Add(runId, RunEvent.Cancelled, actor.Name);
        return Result.Done;
    }

    /// <summary>Publishes a succeeded run; also used to go back to an earlier one.</summary>
    public async Task<Result> PublishAsync(Actor actor, long runId, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await store.PublishAsync(runId, actor.Name, time.GetUtcNow(), cancellationToken, action: "run.published");
        }
        catch (RunChangedException changed)
        {
            return changed.Problem;
        }

        runLog.Add(runId, RunEvent.Published, actor.Name);

        // Posting the state again makes watchers reload, because pages now show another run.
        status.Publications.Announce(runId, actor.Name);
        status.Post(status.Current is RunStatus.Busy busy ? busy : new RunStatus.Idle());
        return Result.Done;
    }
}
