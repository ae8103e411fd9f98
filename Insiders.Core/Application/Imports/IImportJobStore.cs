using System.Collections.Immutable;
using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.Imports;

/// <summary>The uploaded files and how far each has come.</summary>
public interface IImportJobStore
{
    /// <summary>Remembers a new job, or replaces one with the same id.</summary>
    /// <param name="job">The job as it now stands.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="entry">The audit entry, written in the same transaction; null for none.</param>
    Task SaveAsync(ImportJob job, CancellationToken cancellationToken, AuditEntry? entry = null);

    /// <summary>One job, or null.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImportJob?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>All jobs, newest first.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImmutableArray<ImportJob>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Marks every job that claims to be running as interrupted: the process that ran it is gone.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>How many there were.</returns>
    Task<int> MarkInterruptedAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
