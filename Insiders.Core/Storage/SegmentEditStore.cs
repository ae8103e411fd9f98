using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>What people changed about segments: an overlay over every run, kept as a list in which each entry can be undone.</summary>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> makes its tables.</param>
/// <remarks>Two people at once: their edits are written one after the other, the later one holds, and both are in the list.</remarks>
public sealed class SegmentEditStore(string databasePath)
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <summary>All edits, newest first, undone ones included.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ImmutableArray<SegmentEdit>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.SegmentEdits.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Edit)];
    }

    /// <summary>Keeps an edit.</summary>
    /// <param name="edit">Its id, actor and time are not looked at.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="describe">Makes what the audit is told of the edit as it is kept, by the same transaction; null when it is told nothing.</param>
    /// <returns>The edit as it is kept.</returns>
    /// <exception cref="SegmentEditRefusedException">A segment to be merged is part of another already, or another segment has the name.</exception>
    public async Task<SegmentEdit> AddAsync(SegmentEdit edit, string actor, DateTimeOffset now, CancellationToken cancellationToken, Func<SegmentEdit, AuditEntry>? describe = null)
    {
        ArgumentNullException.ThrowIfNull(edit);
        await using var context = _file.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var before = await ActiveAsync(Connection(context), cancellationToken);
        if (edit.Kind == SegmentEditKind.Merge
            && before.FirstOrDefault(merge => merge.Parts.Contains(edit.SegmentId) || merge.Parts.Any(part => edit.Parts.Contains(part))) is { } faster)
        {
            throw new SegmentEditRefusedException(SegmentEditRefusal.AlreadyMerged, faster);
        }

        var row = new SegmentEditEntity
        {
            At = now,
            Actor = actor,
            SegmentId = edit.SegmentId,
            Kind = edit.Kind,
            English = edit.English,
            Portuguese = edit.Portuguese,
            Colour = edit.Colour,
            PartsJson = JsonSerializer.Serialize(edit.Parts, StoredJson.Default.Ids),
        };
        context.SegmentEdits.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        var kept = Edit(row);
        await CheckNamesAsync(context, before, kept, cancellationToken);
        await AuditAsync(context, describe?.Invoke(kept), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return kept;
    }

    /// <summary>Undoes an edit: what held before it holds again.</summary>
    /// <param name="editId">The edit.</param>
    /// <param name="actor">Who undoes it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="describe">Makes what the audit is told of the undone edit, by the same transaction; null when it is told nothing.</param>
    /// <returns>The edit, undone.</returns>
    /// <exception cref="SegmentEditRefusedException">It was undone before, a later edit of the same thing holds, or a name that it brings back was given to another segment since.</exception>
    public async Task<SegmentEdit> UndoAsync(long editId, string actor, DateTimeOffset now, CancellationToken cancellationToken, Func<SegmentEdit, AuditEntry>? describe = null)
    {
        await using var context = _file.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.SegmentEdits.SingleOrDefaultAsync(one => one.Id == editId, cancellationToken)
            ?? throw new SegmentEditRefusedException(SegmentEditRefusal.Unknown, null);
        if (row.UndoneAt is not null)
        {
            throw new SegmentEditRefusedException(SegmentEditRefusal.AlreadyUndone, Edit(row));
        }

        if (row.Kind != SegmentEditKind.Merge && await LaterAsync(context, row, cancellationToken) is { } later)
        {
            throw new SegmentEditRefusedException(SegmentEditRefusal.Overtaken, Edit(later));
        }

        var before = await ActiveAsync(Connection(context), cancellationToken);
        (row.UndoneAt, row.UndoneBy) = (now, actor);
        await context.SaveChangesAsync(cancellationToken);
        var undone = Edit(row);
        await CheckNamesAsync(context, before, undone, cancellationToken);
        await AuditAsync(context, describe?.Invoke(undone), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return undone;
    }

    /// <summary>The edits that hold, in the order they were made.</summary>
    internal static async Task<ImmutableArray<SegmentEdit>> ActiveAsync(SqliteConnection connection, CancellationToken cancellationToken)
        => [.. (await StoredRows.ListActiveEditsAsync(connection, cancellationToken)).Select(Edit)];

    private static async Task AuditAsync(InsidersContext context, AuditEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is not null)
        {
            context.Audit.Add(AuditLog.Entity(entry));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    // Within the transaction of the edit, which is written already: of two people at once the later one sees what the first one did.
    private static async Task CheckNamesAsync(InsidersContext context, ImmutableArray<SegmentEdit> before, SegmentEdit written, CancellationToken cancellationToken)
    {
        var connection = Connection(context);
        var after = new SegmentOverlay(await ActiveAsync(connection, cancellationToken));
        ImmutableArray<long> touched = written switch
        {
            { Kind: SegmentEditKind.Name } => [written.SegmentId],
            { Kind: SegmentEditKind.Merge, UndoneAt: not null } => after.WithParts(written.Parts),
            _ => [],
        };
        if (touched.IsEmpty || await StoredRows.FindPublicationAsync(connection, cancellationToken) is not { } publication)
        {
            return;
        }

        var segments = await RunStore.ListSegmentsAsync(connection, publication.RunId, cancellationToken);
        if (NameClash.Find(segments, new SegmentOverlay(before), after, touched) is { } clash)
        {
            throw new SegmentEditRefusedException(written.UndoneAt is null ? SegmentEditRefusal.NameTaken : SegmentEditRefusal.NameTakenSince, null, clash);
        }
    }

    /// <summary>Open while a transaction is; what is asked of it sees what was written in that.</summary>
    private static SqliteConnection Connection(InsidersContext context) => (SqliteConnection)context.Database.GetDbConnection();

    private static Task<SegmentEditEntity?> LaterAsync(InsidersContext context, SegmentEditEntity row, CancellationToken cancellationToken)
        => context.SegmentEdits.AsNoTracking().Where(other => other.Id > row.Id && other.Kind == row.Kind && other.SegmentId == row.SegmentId && other.UndoneAt == null)
            .OrderByDescending(other => other.Id).FirstOrDefaultAsync(cancellationToken);

    private static SegmentEdit Edit(SegmentEditEntity row) => new()
    {
        Id = row.Id,
        At = row.At,
        Actor = row.Actor,
        SegmentId = row.SegmentId,
        Kind = row.Kind,
        English = row.English,
        Portuguese = row.Portuguese,
        Colour = row.Colour,
        Parts = JsonSerializer.Deserialize(row.PartsJson, StoredJson.Default.Ids),
        UndoneAt = row.UndoneAt,
        UndoneBy = row.UndoneBy,
    };
}
