using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.SavedViews;

/// <summary>Saved views of the list of customers: people's own, and those that analysts share with everyone.</summary>
public sealed class SavedViewService(ISavedViewStore store, AccessCheck access, TimeProvider time)
{
    private const int MostViews = 100;

    /// <summary>What an actor can open.</summary>
    public Task<SavedViewList> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync(actor.Id, cancellationToken);
    }

    /// <summary>Saves a view.</summary>
    /// <param name="actor">Whose it will be.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="query">The query string of the address, without the question mark.</param>
    /// <param name="isShared">Whether everyone can open it.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<Result<SavedView>> AddAsync(Actor actor, string name, string query, bool isShared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var view = new SavedView(Guid.NewGuid().ToString("N"), name, query, actor.Id, actor.Name, isShared);
        return await PutBackAsync(actor, view, cancellationToken) is { Problem: { } problem } ? problem : view with { Name = NameOf(name) };
    }

    /// <summary>Saves a view unchanged, such as one that was just deleted.</summary>
    public async Task<Result> PutBackAsync(Actor actor, SavedView view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (await RefuseAsync(actor, view.IsShared, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var named = view with { Name = NameOf(view.Name) };
        var views = await store.ReadAsync(actor.Id, cancellationToken);
        var side = view.IsShared ? views.Shared : views.Own;
        if (named.Name.Length == 0)
        {
            return Problem.Of(ProblemCode.ViewNameless);
        }

        if (side.Count(other => other.Id != view.Id) >= MostViews)
        {
            return Problem.Of(ProblemCode.ViewsFull, MostViews);
        }

        if (!view.IsShared && view.OwnerId != actor.Id)
        {
            return Problem.Of(ProblemCode.AccessDenied);
        }

        await store.SaveAsync(named, EntryOf(actor, "view.saved", named), cancellationToken);
        return Result.Done;
    }

    /// <summary>Renames a view.</summary>
    public Task<Result> RenameAsync(Actor actor, string viewId, string name, CancellationToken cancellationToken) => ChangeAsync(actor, viewId, async view =>
    {
        var named = view with { Name = NameOf(name) };
        if (named.Name.Length == 0)
        {
            return Problem.Of(ProblemCode.ViewNameless);
        }

        await store.SaveAsync(named, EntryOf(actor, "view.renamed", named), cancellationToken);
        return Result.Done;
    }, cancellationToken);

    /// <summary>Deletes a view.</summary>
    public Task<Result> DeleteAsync(Actor actor, string viewId, CancellationToken cancellationToken) => ChangeAsync(actor, viewId, async view =>
    {
        await store.DeleteAsync(view.Id, EntryOf(actor, "view.deleted", view), cancellationToken);
        return Result.Done;
    }, cancellationToken);

    /// <summary>Sets the view that an actor's first visit opens; null for the list of all customers.</summary>
    public async Task<Result> ChooseStandardAsync(Actor actor, string? viewId, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Viewer, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await store.ChooseStandardAsync(actor.Id, viewId, cancellationToken);
        return Result.Done;
    }

    private async Task<Result> ChangeAsync(Actor actor, string viewId, Func<SavedView, Task<Result>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var views = await store.ReadAsync(actor.Id, cancellationToken);
        return views.Own.Concat(views.Shared).FirstOrDefault(view => view.Id == viewId) is not { } view
            ? await RefuseAsync(actor, isShared: false, cancellationToken) ?? Problem.Of(ProblemCode.ViewGone)
            : await RefuseAsync(actor, view.IsShared, cancellationToken) is { } refusal ? refusal : await change(view);
    }

    private Task<Problem?> RefuseAsync(Actor actor, bool isShared, CancellationToken cancellationToken)
        => access.RefuseAsync(actor, isShared ? Role.Analyst : Role.Viewer, cancellationToken);

    // A private view does not concern anyone else, so the audit does not record it.
    private AuditEntry? EntryOf(Actor actor, string action, SavedView view)
        => view.IsShared ? new AuditEntry(0, time.GetUtcNow(), actor.Name, action, view.Name) : null;

    private static string NameOf(string name)
    {
        var clean = string.Concat(name.Where(letter => !char.IsControl(letter))).Trim();
        return clean.Length > SavedView.LongestName ? clean[..SavedView.LongestName].TrimEnd() : clean;
    }
}
