using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Imports;
using Insiders.Core.Problems;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>Stores uploaded files and the state of their import.</summary>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> creates its tables.</param>
/// <remarks>Every method opens its own connection; times are arguments.</remarks>
public sealed class ImportJobStore(string databasePath) : IImportJobStore
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <inheritdoc/>
    public async Task SaveAsync(ImportJob job, CancellationToken cancellationToken, AuditEntry? entry = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        await using var context = _file.Context();
        var exists = await context.ImportJobs.AnyAsync(row => row.Id == job.Id, cancellationToken);
        context.Update(new ImportJobEntity
        {
            Id = job.Id,
            FileName = job.FileName,
            State = job.State,
            RequestedBy = job.RequestedBy,
            UploadedAt = job.UploadedAt,
            FinishedAt = job.FinishedAt,
            Options = job.Options,
            ImportId = job.ImportId,
            Error = job.Error?.ToText(),
        }).State = exists ? EntityState.Modified : EntityState.Added;
        if (entry is not null)
        {
            context.Audit.Add(AuditLog.Entity(entry));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ImportJob?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        return await context.ImportJobs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? From(row) : null;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<ImportJob>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        return [.. (await context.ImportJobs.AsNoTracking().OrderByDescending(row => row.UploadedAt).ThenByDescending(row => row.Id).ToListAsync(cancellationToken)).Select(From)];
    }

    /// <inheritdoc/>
    public async Task<int> MarkInterruptedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        return await context.ImportJobs.Where(row => row.State == ImportJobState.Running).ExecuteUpdateAsync(
            row => row.SetProperty(job => job.State, ImportJobState.Interrupted).SetProperty(job => job.FinishedAt, now), cancellationToken);
    }

    private static ImportJob From(ImportJobEntity row)
        => new(row.Id, row.FileName, row.State, row.RequestedBy, row.UploadedAt, row.FinishedAt, row.Options, row.ImportId, row.Error is null ? null : Problem.FromText(row.Error));
}
