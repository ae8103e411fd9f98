using System.Collections.Immutable;
using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.WorkLists;

/// <summary>The lines of work lists that somebody changed. Every change and its audit entry are written in one transaction.</summary>
public interface IWorkListStore
{
    /// <summary>Every line that somebody changed, by customer id.</summary>
    Task<ImmutableArray<WorkItem>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a line, in place of the one of the same customer.</summary>
    /// <param name="item">The line.</param>
    /// <param name="entry">The audit entry; null for a note, which is private.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    Task SaveAsync(WorkItem item, AuditEntry? entry, CancellationToken cancellationToken);
}
