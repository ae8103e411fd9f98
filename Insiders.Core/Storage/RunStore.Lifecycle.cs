using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Runs;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Core.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <content>From the queue to publication.</content>
public sealed partial class RunStore
{
    /// <inheritdoc/>
    public async Task<long> QueueRunAsync(
        Recipe recipe, string requestedBy, DateTimeOffset now, CancellationToken cancellationToken, bool publishWhenDone = false, long? restartOf = null, string? action = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        await using var context = Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var run = new RunEntity
        {
            State = RunState.Queued,
            RequestedBy = requestedBy,
            QueuedAt = now,
            RecipeJson = RecipeJson.Write(recipe),
            RecipeFingerprint = RecipeJson.Fingerprint(recipe),
            Seed = recipe.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
            PublishWhenDone = publishWhenDone,
            RestartOf = restartOf,
        };
        context.Runs.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        if (action is not null)
        {
            context.Audit.Add(Entry(run.Id, action, requestedBy, now));
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return run.Id;
    }

    /// <inheritdoc/>
    public async Task<long?> FindNextQueuedAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        return await context.Runs.Where(run => run.State == RunState.Queued)
            .OrderBy(run => run.Id).Select(run => (long?)run.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task StartRunAsync(long runId, string ledgerFingerprint, string versions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var at = Later(now, (await FindAsync(context, runId, cancellationToken)).QueuedAt);
        var changed = await context.Runs.Where(run => run.Id == runId && run.State == RunState.Queued).ExecuteUpdateAsync(
            run => run.SetProperty(row => row.State, RunState.Running).SetProperty(row => row.StartedAt, at)
                .SetProperty(row => row.LedgerFingerprint, ledgerFingerprint).SetProperty(row => row.Versions, versions),
            cancellationToken);
        if (changed == 0)
        {
            var run = await FindAsync(context, runId, cancellationToken);
            throw new RunChangedException($"Run {runId} is {run.State}: only a queued run can start.");
        }
    }

    /// <inheritdoc/>
    public Task FailRunAsync(long runId, Problem problem, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return EndRunAsync(runId, RunState.Failed, problem.ToText(), now, cancellationToken);
    }

    /// <inheritdoc/>
    public Task CancelRunAsync(long runId, DateTimeOffset now, CancellationToken cancellationToken, string? cancelledBy = null)
        => EndRunAsync(runId, RunState.Cancelled, null, now, cancellationToken, cancelledBy is null ? null : Entry(runId, "run.cancelled", cancelledBy, now));

    /// <inheritdoc/>
    public async Task<int> MarkInterruptedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var marked = 0;
        foreach (var running in await context.Runs.AsNoTracking().Where(run => run.State == RunState.Running).ToListAsync(cancellationToken))
        {
            var at = EndOf(running, now);
            marked += await context.Runs.Where(run => run.Id == running.Id && run.State == RunState.Running).ExecuteUpdateAsync(
                run => run.SetProperty(row => row.State, RunState.Interrupted).SetProperty(row => row.EndedAt, at), cancellationToken);
        }

        return marked;
    }

    /// <inheritdoc/>
    public async Task PublishAsync(long runId, string publishedBy, DateTimeOffset now, CancellationToken cancellationToken, string? action = null)
    {
        await using var context = Context();

        // A transaction takes the write lock at once, so the figures of its customers are not removed between the check and the publication.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var run = await FindAsync(context, runId, cancellationToken);
        if (run.State != RunState.Succeeded)
        {
            throw new RunChangedException($"Run {runId} is {run.State}: only a succeeded run can be published.");
        }

        if (run.CustomersRemovedAt is { } removedAt)
        {
            throw RunChangedException.CustomersRemoved(runId, removedAt);
        }

        context.Publications.Add(new PublicationEntity { RunId = runId, PublishedBy = publishedBy, PublishedAt = now });
        if (action is not null)
        {
            context.Audit.Add(Entry(runId, action, publishedBy, now));
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task EndRunAsync(long runId, RunState state, string? error, DateTimeOffset now, CancellationToken cancellationToken, AuditEntity? entry = null)
    {
        await using var context = Context();
        var at = EndOf(await FindAsync(context, runId, cancellationToken), now);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await context.Runs
            .Where(run => run.Id == runId && (run.State == RunState.Queued || run.State == RunState.Running))
            .ExecuteUpdateAsync(
                run => run.SetProperty(row => row.State, state).SetProperty(row => row.Error, error).SetProperty(row => row.EndedAt, at),
                cancellationToken);
        if (changed == 0)
        {
            var run = await FindAsync(context, runId, cancellationToken);
            throw new RunChangedException($"Run {runId} is already {run.State} and cannot become {state}.");
        }

        if (entry is not null)
        {
            context.Audit.Add(entry);
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static AuditEntity Entry(long runId, string action, string actor, DateTimeOffset now)
        => AuditLog.Entity(new AuditEntry(0, now, actor, action, runId.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>The end time of a run; a clock that was put back does not make it end before it began.</summary>
    private static DateTimeOffset EndOf(RunEntity run, DateTimeOffset now) => Later(now, run.StartedAt ?? run.QueuedAt);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
