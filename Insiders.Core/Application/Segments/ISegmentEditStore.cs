using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Segments.Edits;

namespace Insiders.Core.Application.Segments;

/// <summary>What people changed about segments.</summary>
public interface ISegmentEditStore
{
    /// <summary>All edits, newest first, undone ones included.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImmutableArray<SegmentEdit>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Keeps an edit.</summary>
    /// <param name="edit">Its id, actor and time are not looked at.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="describe">Makes what the audit is told of the edit as it is kept, by the same transaction; null when it is told nothing.</param>
    /// <returns>The edit as it is kept.</returns>
    /// <exception cref="SegmentEditRefusedException">A segment to be merged is part of another already, or another segment has the name.</exception>
    Task<SegmentEdit> AddAsync(SegmentEdit edit, string actor, DateTimeOffset now, CancellationToken cancellationToken, Func<SegmentEdit, AuditEntry>? describe = null);

    /// <summary>Undoes an edit: what held before it holds again.</summary>
    /// <param name="editId">The edit.</param>
    /// <param name="actor">Who undoes it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="describe">Makes what the audit is told of the undone edit, by the same transaction; null when it is told nothing.</param>
    /// <returns>The edit, undone.</returns>
    /// <exception cref="SegmentEditRefusedException">It was undone before, a later edit of the same thing holds, or a name that it brings back was given to another segment since.</exception>
    Task<SegmentEdit> UndoAsync(long editId, string actor, DateTimeOffset now, CancellationToken cancellationToken, Func<SegmentEdit, AuditEntry>? describe = null);
}
