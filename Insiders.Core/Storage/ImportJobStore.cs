using System.Collections.Immutable;
using Insiders.Core.Problems;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <summary>The uploaded files and how far each has come.</summary>
/// <param name="databasePath">Full path of the database; <see cref="RunStore.MigrateAsync"/> makes its tables.</param>
/// <remarks>Every method opens a connection of its own; times come in as arguments.</remarks>
public sealed class ImportJobStore(string databasePath)
{
    private readonly DatabaseFile _file = new(databasePath);

    /// <summary>Remembers a new job, or replaces one with the same id.</summary>
    /// <param name="job">The job as it now stands.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="entry">What the audit is told of it, by the same transaction; null when nothing.</param>
    public async Task SaveAsync(ImportJob job, CancellationToken cancellationToken, AuditEntry? entry = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        await using var context = _file.Context();
        var known = await context.ImportJobs.AnyAsync(row => row.Id == job.Id, cancellationToken);
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
        }).State = known ? EntityState.Modified : EntityState.Added;
        if (entry is not null)
        {
            context.Audit.Add(AuditLog.Entity(entry));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>One job, or null.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ImportJob?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        return await context.ImportJobs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? From(row) : null;
    }

    /// <summary>All jobs, newest first.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ImmutableArray<ImportJob>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _file.OpenAsync(cancellationToken);
        return [.. (await StoredRows.ListImportJobsAsync(connection, cancellationToken)).Select(From)];
    }

    /// <summary>Marks every job that claims to be running as interrupted: the process that ran it is gone.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> MarkInterruptedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = _file.Context();
        return await context.ImportJobs.Where(row => row.State == ImportJobState.Running).ExecuteUpdateAsync(
            row => row.SetProperty(job => job.State, ImportJobState.Interrupted).SetProperty(job => job.FinishedAt, now), cancellationToken);
    }

    private static ImportJob From(ImportJobEntity row)
        => new(row.Id, row.FileName, row.State, row.RequestedBy, row.UploadedAt, row.FinishedAt, row.Options, row.ImportId, row.Error is null ? null : Problem.FromText(row.Error));
}
