using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Imports;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <inheritdoc/>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> creates its tables.</param>
public sealed class ImportStore(string databasePath) : IImportStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task AddImportAsync(ImportRecord import, CancellationToken cancellationToken, AuditEntry? entry = null)
    {
        ArgumentNullException.ThrowIfNull(import);
        if (import.RowsRead != import.RowsLoaded + import.RowsSkipped + import.RowsRejected)
        {
            throw new ArgumentException(
                $"{import.RowsRead} rows read are not {import.RowsLoaded} loaded + {import.RowsSkipped} skipped + {import.RowsRejected} rejected.", nameof(import));
        }

        await using var context = _file.Context();
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
        if (entry is not null)
        {
            context.Audit.Add(AuditLog.Entity(entry));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ImportRecord>> ListImportsAsync(CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        var imports = await context.Imports.AsNoTracking().OrderByDescending(import => import.ImportedAt).ThenByDescending(import => import.Id).ToListAsync(cancellationToken);
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

    /// <inheritdoc/>
    public async Task MarkImportUndoneAsync(string importId, string undoneBy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var changed = await context.Imports.Where(import => import.Id == importId && import.UndoneAt == null).ExecuteUpdateAsync(
            import => import.SetProperty(row => row.UndoneAt, now).SetProperty(row => row.UndoneBy, undoneBy), cancellationToken);
        if (changed == 0)
        {
            throw new InvalidOperationException($"No import '{importId}' can be undone.");
        }

        var fileName = await context.Imports.Where(import => import.Id == importId).Select(import => import.FileName).SingleAsync(cancellationToken);
        context.Audit.Add(AuditLog.Entity(new AuditEntry(0, now, undoneBy, "import.undone", importId, fileName)));
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
