using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Segments.Edits;

namespace Insiders.Core.Application.Segments;

/// <summary>Stores people's edits of segments.</summary>
public interface ISegmentEditStore
{
    /// <summary>All edits, newest first, undone ones included.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImmutableArray<SegmentEdit>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Saves an edit.</summary>
    /// <param name="edit">The edit; its id, actor and time are ignored.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="describe">Makes the audit entry for the saved edit, written in the same transaction; null for none.</param>
    /// <returns>The edit as saved.</returns>
    /// <exception cref="SegmentEditRefusedException">A segment to be merged is part of another already, or another segment has the name.</exception>
    Task<SegmentEdit> AddAsync(SegmentEdit edit, string actor, DateTimeOffset now, CancellationToken cancellationToken, Func<SegmentEdit, AuditEntry>? describe = null);

    /// <summary>Undoes an edit, which restores what was in effect before it.</summary>
    /// <param name="editId">The edit.</param>
    /// <param name="actor">Who undoes it.</param>
    /// <param name="now">The current time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="describe">Makes the audit entry for the undone edit, written in the same transaction; null for none.</param>
    /// <returns>The edit, undone.</returns>
    /// <exception cref="SegmentEditRefusedException">It was already undone, a later edit of the same thing is in effect, or the name it restores now belongs to another segment.</exception>
    Task<SegmentEdit> UndoAsync(long editId, string actor, DateTimeOffset now, CancellationToken cancellationToken, Func<SegmentEdit, AuditEntry>? describe = null);
}
