using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Import;
using Insiders.Core.Ledger;

namespace Insiders.Core.Application.Imports;

/// <summary>Keeps the list of imports in step with the ledger: every import that is there is on record, and one taken back is marked.</summary>
public sealed class ImportRegistry(SalesLedger ledger, IImportStore store, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Loads a file of this machine and puts it on record, with its line in the audit.</summary>
    /// <param name="actor">Who loads it.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read, and its name.</param>
    /// <param name="cancellationToken">Stops it; nothing is loaded then.</param>
    /// <exception cref="NotALedgerException">It is no ledger.</exception>
    public async Task<LedgerImport> LoadAsync(Actor actor, string path, ImportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var import = await ledger.ImportAsync(path, options, time.GetUtcNow(), null, cancellationToken);
        await RecordAsync(import, actor.Name, cancellationToken, new AuditEntry(0, time.GetUtcNow(), actor.Name, "import.loaded", import.Id, import.FileName));
        return import;
    }

    /// <summary>Writes an import to the application database, unless it is there: a kill between the two stores is mended at the next start.</summary>
    /// <param name="import">The import.</param>
    /// <param name="importedBy">Who loaded it.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="entry">The audit entry, written in the same transaction; null for none.</param>
    public async Task RecordAsync(LedgerImport import, string importedBy, CancellationToken cancellationToken, AuditEntry? entry = null)
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
            await store.AddImportAsync(record, cancellationToken, entry);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes an import back: out of the ledger first, then marked, with its line in the audit.</summary>
    /// <returns>False when there is no such import, or it is undone already.</returns>
    /// <remarks>Cut off between the two, it can be asked for again.</remarks>
    public async Task<bool> UndoAsync(string importId, string undoneBy, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!(await store.ListImportsAsync(cancellationToken)).Any(import => import.Id == importId && import.UndoneAt is null))
            {
                return false;
            }

            await ledger.UndoAsync(importId, cancellationToken);
            await store.MarkImportUndoneAsync(importId, undoneBy, time.GetUtcNow(), cancellationToken);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
