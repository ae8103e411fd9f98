using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.WorkLists;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <inheritdoc/>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> makes its tables.</param>
public sealed class WorkListStore(string databasePath) : IWorkListStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<ImmutableArray<WorkItem>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.WorkItems.AsNoTracking().OrderBy(row => row.CustomerId).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new WorkItem(row.CustomerId, row.Act, row.Reason, row.MoneyAmount)
            {
                State = row.State,
                Note = row.Note,
                OwnerId = row.OwnerId,
                Owner = row.Owner,
                DoneOn = row.DoneOn,
                ChangedAt = row.ChangedAt,
            }),
        ];
    }

    /// <inheritdoc/>
    public async Task SaveAsync(WorkItem item, AuditEntry? entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        await using var context = _file.Context();
        var row = await context.WorkItems.SingleOrDefaultAsync(known => known.CustomerId == item.CustomerId, cancellationToken);
        if (row is null)
        {
            row = new WorkItemEntity { CustomerId = item.CustomerId, Act = item.Act, Reason = item.Reason, MoneyAmount = item.MoneyAmount, State = item.State, Note = item.Note };
            context.WorkItems.Add(row);
        }

        (row.Act, row.Reason, row.MoneyAmount, row.State, row.Note) = (item.Act, item.Reason, item.MoneyAmount, item.State, item.Note);
        (row.OwnerId, row.Owner, row.DoneOn, row.ChangedAt) = (item.OwnerId, item.Owner, item.DoneOn, item.ChangedAt);
        if (entry is not null)
        {
            context.Audit.Add(AuditLog.Entity(entry));
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
