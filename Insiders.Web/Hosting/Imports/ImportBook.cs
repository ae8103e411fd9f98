using Insiders.Core.Ledger;
using Insiders.Core.Storage;

namespace Insiders.Web.Hosting.Imports;

/// <summary>Keeps the list of imports in step with the ledger: every import that is there is on record, and one taken back is marked.</summary>
public sealed class ImportBook(SalesLedger ledger, RunStore store, AuditLog audit, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Writes an import to the application database, unless it is there: a kill between the two stores is mended at the next start.</summary>
    public async Task RecordAsync(LedgerImport import, string importedBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if ((await store.ListImportsAsync(cancellationToken)).Any(known => known.Id == import.Id))
            {
                return;
            }

            var record = new ImportRecord
            {
                Id = import.Id,
                FileName = import.FileName,
                ImportedBy = importedBy,
                ImportedAt = import.ImportedAt,
                RowsRead = import.RowsRead,
                RowsLoaded = import.RowsLoaded,
                RowsSkipped = import.RowsSkipped,
                RowsRejected = import.RowsRejected,
                FirstDate = import.FirstDate,
                LastDate = import.LastDate,
                Fingerprint = import.Fingerprint.ToString(),
            };
            await store.AddImportAsync(record, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes an import back: out of the ledger first, then marked and written to the audit list.</summary>
    /// <remarks>Cut off between the two, it can be asked for again.</remarks>
    /// <exception cref="InvalidOperationException">There is no such import, or it is undone already.</exception>
    public async Task UndoAsync(ImportRecord import, string undoneBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        await ledger.UndoAsync(import.Id, cancellationToken);
        await store.MarkImportUndoneAsync(import.Id, undoneBy, time.GetUtcNow(), cancellationToken);
        await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), undoneBy, "import.undone", import.Id, import.FileName), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
