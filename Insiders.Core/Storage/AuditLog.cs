using System.Collections.Immutable;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>Who did what and when. Entries are added, never changed.</summary>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> makes its tables.</param>
public sealed class AuditLog(string databasePath)
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">Its id is not looked at.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await using var context = _file.Context();
        context.Audit.Add(Entity(entry));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A page of entries, newest first, and how many there are in all.</summary>
    /// <param name="skip">Entries to pass over, 0 or more.</param>
    /// <param name="take">Entries wanted at most, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<(ImmutableArray<AuditEntry> Entries, int Total)> ListAsync(int skip, int take, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using var context = _file.Context();
        var total = await context.Audit.CountAsync(cancellationToken);
        var rows = await context.Audit.AsNoTracking().OrderByDescending(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return ([.. rows.Select(row => new AuditEntry(row.Id, row.At, row.Actor, row.Action, row.Subject, row.Detail))], total);
    }

    /// <summary>An entry as a row: a store that writes it with what it tells of has both or neither, even if the process is killed.</summary>
    internal static AuditEntity Entity(AuditEntry entry) => new() { At = entry.At, Actor = entry.Actor, Action = entry.Action, Subject = entry.Subject, Detail = entry.Detail };
}
