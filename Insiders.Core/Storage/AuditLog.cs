using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>Who did what and when. Entries are added, never changed.</summary>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> creates its tables.</param>
public sealed class AuditLog(string databasePath) : IAuditLog
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await using var context = _file.Context();
        context.Audit.Add(Entity(entry));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<(ImmutableArray<AuditEntry> Entries, int Total)> ListAsync(int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using var context = _file.Context();
        var total = await context.Audit.CountAsync(cancellationToken);
        var rows = await context.Audit.AsNoTracking().OrderByDescending(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return ([.. rows.Select(row => new AuditEntry(row.Id, row.At, row.Actor, row.Action, row.Subject, row.Detail))], total);
    }

    /// <summary>Converts an entry to a row, so that a store can write it in the same transaction as the change it records.</summary>
    internal static AuditEntity Entity(AuditEntry entry) => new() { At = entry.At, Actor = entry.Actor, Action = entry.Action, Subject = entry.Subject, Detail = entry.Detail };
}
