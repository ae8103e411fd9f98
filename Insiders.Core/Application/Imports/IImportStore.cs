using System.Collections.Immutable;

using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.Imports;

/// <summary>The imports on record.</summary>
public interface IImportStore
{
    /// <summary>Remembers an import.</summary>
    /// <param name="import">Its counts must add up.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="entry">The audit entry, written in the same transaction; null for none.</param>
    /// <exception cref="ArgumentException">Rows read are not loaded + skipped + rejected; the message gives all four.</exception>
    Task AddImportAsync(ImportRecord import, CancellationToken cancellationToken, AuditEntry? entry = null);

    /// <summary>All imports, those undone included, newest first.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<ImmutableArray<ImportRecord>> ListImportsAsync(CancellationToken cancellationToken);

    /// <summary>Marks an import as undone, and tells the audit by the same transaction. The record stays.</summary>
    /// <param name="importId">The import's name in the ledger.</param>
    /// <param name="undoneBy">Who undid it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="InvalidOperationException">There is no such import, or it is undone already.</exception>
    Task MarkImportUndoneAsync(string importId, string undoneBy, DateTimeOffset now, CancellationToken cancellationToken);
}
