using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Segments;
using Insiders.Core.Problems;
using Insiders.Core.Segments.Edits;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>People's edits of segments: an overlay on every run, stored as a list in which each entry can be undone.</summary>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> creates its tables.</param>
/// <remarks>Edits by two people at once are written one after the other; the later one takes effect, and both are in the list.</remarks>
public sealed class SegmentEditStore(string databasePath) : ISegmentEditStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task<ImmutableArray<SegmentEdit>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var rows = await context.SegmentEdits.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Edit)];
    }

    /// <inheritdoc/>
    public async Task<SegmentEdit> AddAsync(SegmentEdit edit, string actor, DateTimeOffset now, CancellationToken cancellationToken, Func<SegmentEdit, AuditEntry>? describe = null)
    {
        ArgumentNullException.ThrowIfNull(edit);
        await using var context = _file.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var before = await ActiveAsync(context, cancellationToken);
        if (edit.Kind == SegmentEditKind.Merge
            && before.FirstOrDefault(merge => merge.Parts.Contains(edit.SegmentId) || merge.Parts.Any(part => edit.Parts.Contains(part))) is { } faster)
        {
            throw new SegmentEditRefusedException(Problem.Of(ProblemCode.SegmentMergedBefore, faster.Actor, ProblemValue.Moment(faster.At)));
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
        var saved = Edit(row);
        await CheckNamesAsync(context, before, saved, cancellationToken);
        await AuditAsync(context, describe?.Invoke(saved), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <inheritdoc/>
    public async Task<SegmentEdit> UndoAsync(long editId, string actor, DateTimeOffset now, CancellationToken cancellationToken, Func<SegmentEdit, AuditEntry>? describe = null)
    {
        await using var context = _file.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var row = await context.SegmentEdits.SingleOrDefaultAsync(one => one.Id == editId, cancellationToken)
            ?? throw new SegmentEditRefusedException(Problem.Of(ProblemCode.SegmentEditGone));
        if (row.UndoneAt is not null)
        {
            throw new SegmentEditRefusedException(Problem.Of(ProblemCode.SegmentEditUndone, row.UndoneBy!, ProblemValue.Moment(row.UndoneAt.Value)));
        }

        if (row.Kind != SegmentEditKind.Merge && await LaterAsync(context, row, cancellationToken) is { } later)
        {
            throw new SegmentEditRefusedException(Problem.Of(ProblemCode.SegmentEditOvertaken, later.Actor, ProblemValue.Moment(later.At)));
        }

        var before = await ActiveAsync(context, cancellationToken);
        (row.UndoneAt, row.UndoneBy) = (now, actor);
        await context.SaveChangesAsync(cancellationToken);
        var undone = Edit(row);
        await CheckNamesAsync(context, before, undone, cancellationToken);
        await AuditAsync(context, describe?.Invoke(undone), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return undone;
    }

    /// <summary>The edits in effect, in the order they were made.</summary>
    internal static async Task<ImmutableArray<SegmentEdit>> ActiveAsync(InsidersContext context, CancellationToken cancellationToken)
        => [.. (await context.SegmentEdits.AsNoTracking().Where(row => row.UndoneAt == null).OrderBy(row => row.Id).ToListAsync(cancellationToken)).Select(Edit)];

    private static async Task AuditAsync(InsidersContext context, AuditEntry? entry, CancellationToken cancellationToken)
    {
        if (entry is not null)
        {
            context.Audit.Add(AuditLog.Entity(entry));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    // Runs inside the transaction after the edit is written, so that the later of two concurrent edits sees the first.
    private static async Task CheckNamesAsync(InsidersContext context, ImmutableArray<SegmentEdit> before, SegmentEdit written, CancellationToken cancellationToken)
    {
        var after = new SegmentOverlay(await ActiveAsync(context, cancellationToken));
        ImmutableArray<long> touched = written switch
        {
            { Kind: SegmentEditKind.Name } => [written.SegmentId],
            { Kind: SegmentEditKind.Merge, UndoneAt: not null } => after.WithParts(written.Parts),
            _ => [],
        };
        if (touched.IsEmpty || await RunStore.FindPublicationAsync(context, cancellationToken) is not { } publication)
        {
            return;
        }

        var segments = await RunStore.ListSegmentsAsync(context, publication.RunId, cancellationToken);
        if (NameClash.Find(segments, new SegmentOverlay(before), after, touched) is { } clash)
        {
            throw new SegmentEditRefusedException(clash.ToProblem(isUndo: written.UndoneAt is not null));
        }
    }

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
