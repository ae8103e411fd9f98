using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.WorkLists;

/// <summary>What to do this week: everybody sees one list, takes its lines and says how far they are.</summary>
public sealed class WorkListService(IWorkListStore store, PublishedRunCache runs, ProgrammeService programme, AccessCheck access, TimeProvider time)
{
    // Customers who were called are not proposed again while a purchase may still follow.
    private const int RestDays = WorkFollowUp.WithinDays;

    /// <summary>The list of a run.</summary>
    /// <param name="known">The published run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<WorkList> ReadAsync(PublishedRun known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(known);
        var (kept, asOf) = (await store.ListAsync(cancellationToken), known.Cleaning.LastDate);
        var current = kept.Where(item => known.Customers.FindRow(item.CustomerId) is not null && (item.DoneOn is not { } day || day.AddDays(RestDays) > asOf)).ToArray();
        var proposed = WorkProposals.Of(known.Customers, (await programme.FindMembersAsync(known, cancellationToken)).Rows, known.Cleaning.FirstDate, asOf, current.Select(item => item.CustomerId).ToHashSet(StringComparer.Ordinal));
        return new(
            [.. current.Concat(proposed).OrderBy(item => item.State).ThenBy(item => item.Act).ThenByDescending(item => item.MoneyAmount).ThenBy(item => item.CustomerId, StringComparer.Ordinal)],
            WorkFollowUp.Of(kept, known.Customers, asOf));
    }

    /// <summary>Says how far a line is.</summary>
    public Task<Result> SetStateAsync(Actor actor, string customerId, WorkState state, CancellationToken cancellationToken)
        => ChangeAsync(actor, customerId, "work.state", (item, asOf) => item with { State = state, DoneOn = state == WorkState.ToDo ? null : item.DoneOn ?? asOf }, cancellationToken);

    /// <summary>Takes a line, or gives it back when it is the actor's own.</summary>
    public Task<Result> TakeAsync(Actor actor, string customerId, CancellationToken cancellationToken)
        => ChangeAsync(actor, customerId, "work.taken", (item, _) => item.OwnerId == actor.Id ? item with { OwnerId = null, Owner = null } : item with { OwnerId = actor.Id, Owner = actor.Name }, cancellationToken);

    /// <summary>Writes something down beside a line.</summary>
    public async Task<Result> WriteNoteAsync(Actor actor, string customerId, string note, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Viewer, cancellationToken) is { } refusal ? refusal
            : note is not { Length: <= WorkItem.LongestNote } ? Problem.Of(ProblemCode.WorkNoteTooLong, WorkItem.LongestNote)
            : await ChangeAsync(actor, customerId, null, (item, _) => item with { Note = note.Trim() }, cancellationToken);

    private async Task<Result> ChangeAsync(Actor actor, string customerId, string? action, Func<WorkItem, DateOnly, WorkItem> change, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Viewer, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await runs.FindAsync(cancellationToken) is not { } known || (await ReadAsync(known, cancellationToken)).Items.FirstOrDefault(item => item.CustomerId == customerId) is not { } item)
        {
            return Problem.Of(ProblemCode.WorkItemGone);
        }

        var now = time.GetUtcNow();
        await store.SaveAsync(change(item, known.Cleaning.LastDate) with { ChangedAt = now }, action is null ? null : new AuditEntry(0, now, actor.Name, action, customerId), cancellationToken);
        return Result.Done;
    }
}
