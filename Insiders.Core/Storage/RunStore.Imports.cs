using System.Collections.Immutable;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <content>Imports.</content>
public sealed partial class RunStore
{
    /// <summary>Remembers an import.</summary>
    /// <param name="import">Its counts must add up.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="ArgumentException">Rows read are not loaded + skipped + rejected; the message gives all four.</exception>
    public async Task AddImportAsync(ImportRecord import, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(import);
        if (import.RowsRead != import.RowsLoaded + import.RowsSkipped + import.RowsRejected)
        {
            throw new ArgumentException(
                $"{import.RowsRead} rows read are not {import.RowsLoaded} loaded + {import.RowsSkipped} skipped + {import.RowsRejected} rejected.", nameof(import));
        }

        await using var context = Context();
        context.Imports.Add(new ImportEntity
        {
            Id = import.Id,
            FileName = import.FileName,
            ImportedBy = import.ImportedBy,
            ImportedAt = import.ImportedAt,
            RowsRead = import.RowsRead,
            RowsLoaded = import.RowsLoaded,
            RowsSkipped = import.RowsSkipped,
            RowsRejected = import.RowsRejected,
            FirstDate = import.FirstDate,
            LastDate = import.LastDate,
            Fingerprint = import.Fingerprint,
            UndoneAt = import.UndoneAt,
            UndoneBy = import.UndoneBy,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>All imports, those undone included, newest first.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ImmutableArray<ImportRecord>> ListImportsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var imports = await StoredRows.ListImportsAsync(connection, cancellationToken);
        return [.. imports.Select(import => new ImportRecord
        {
            Id = import.Id,
            FileName = import.FileName,
            ImportedBy = import.ImportedBy,
            ImportedAt = import.ImportedAt,
            RowsRead = import.RowsRead,
            RowsLoaded = import.RowsLoaded,
            RowsSkipped = import.RowsSkipped,
            RowsRejected = import.RowsRejected,
            FirstDate = import.FirstDate,
            LastDate = import.LastDate,
            Fingerprint = import.Fingerprint,
            UndoneAt = import.UndoneAt,
            UndoneBy = import.UndoneBy,
        })];
    }

    /// <summary>Marks an import as undone. The record stays.</summary>
    /// <param name="importId">The import's name in the ledger.</param>
    /// <param name="undoneBy">Who undid it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="InvalidOperationException">There is no such import, or it is undone already.</exception>
    public async Task MarkImportUndoneAsync(string importId, string undoneBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var changed = await context.Imports.Where(import => import.Id == importId && import.UndoneAt == null).ExecuteUpdateAsync(
            import => import.SetProperty(row => row.UndoneAt, now).SetProperty(row => row.UndoneBy, undoneBy), cancellationToken);
        if (changed == 0)
        {
            throw new InvalidOperationException($"There is no import '{importId}' that could be undone.");
        }
    }
}
