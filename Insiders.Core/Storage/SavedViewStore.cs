using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <inheritdoc/>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> creates its tables.</param>
public sealed class SavedViewStore(string databasePath) : ISavedViewStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<SavedViewList> ReadAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.SavedViews.AsNoTracking().Where(row => row.IsShared || row.OwnerId == accountId).OrderBy(row => row.Position).ToListAsync(cancellationToken);
        var standard = await context.StandardViews.Where(row => row.AccountId == accountId).Select(row => row.ViewId).SingleOrDefaultAsync(cancellationToken);
        ImmutableArray<SavedView> views = [.. rows.Select(row => new SavedView(row.Id, row.Name, row.Query, row.OwnerId, row.Owner, row.IsShared))];
        return new SavedViewList([.. views.Where(view => !view.IsShared)], [.. views.Where(view => view.IsShared)], standard);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(SavedView view, AuditEntry? entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        await using var context = _file.Context();
        if (await context.SavedViews.SingleOrDefaultAsync(row => row.Id == view.Id, cancellationToken) is { } existing)
        {
            (existing.Name, existing.Query) = (view.Name, view.Query);
        }
        else
        {
            var last = await context.SavedViews.MaxAsync(row => (long?)row.Position, cancellationToken) ?? 0;
            context.SavedViews.Add(new SavedViewEntity
            {
                Id = view.Id,
                Name = view.Name,
                Query = view.Query,
                OwnerId = view.OwnerId,
                Owner = view.Owner,
                IsShared = view.IsShared,
                Position = last + 1,
            });
        }

        await SaveAsync(context, entry, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string viewId, AuditEntry? entry, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        if (await context.SavedViews.SingleOrDefaultAsync(row => row.Id == viewId, cancellationToken) is { } view)
        {
            context.SavedViews.Remove(view);
            await SaveAsync(context, entry, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task ChooseStandardAsync(string accountId, string? viewId, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var existing = await context.StandardViews.SingleOrDefaultAsync(row => row.AccountId == accountId, cancellationToken);
        switch (existing, viewId)
        {
            case (null, { } wanted): context.StandardViews.Add(new StandardViewEntity { AccountId = accountId, ViewId = wanted }); break;
            case ({ } row, { } wanted): row.ViewId = wanted; break;
            case ({ } row, null): context.StandardViews.Remove(row); break;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task SaveAsync(InsidersContext context, AuditEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is not null)
        {
            context.Audit.Add(AuditLog.Entity(entry));
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
