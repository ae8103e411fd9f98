using System.Collections.Immutable;
using Insiders.Core.Application;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;
using Insiders.Web.Account;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Hosting.Backups;

/// <inheritdoc/>
public sealed class BackupFiles(
    DataFolder folder, IBackupWriter writer, IStagedRestore staged, WorkGate gate, DiskSpace space, IImportJobStore jobs, ImportQueue imports, StartupRecovery start, EndedSessions sessions,
    SettingsService settings, PublishedRunCache publishedRun, StoreRetry retry, TimeProvider time) : IBackupFiles
{
    /// <inheritdoc/>
    public ImmutableArray<StoredBackup> List()
        => !Directory.Exists(folder.Backups) ? [] :
        [
            .. from file in new DirectoryInfo(folder.Backups).EnumerateFiles()
               where file.Extension is ".zip" or ".db"
               orderby file.LastWriteTimeUtc descending, file.Name descending
               select new StoredBackup(file.Name, file.Length, file.LastWriteTimeUtc),
        ];

    /// <inheritdoc/>
    public string? Find(string? name) => List().Any(backup => backup.Name == name) ? Path.Combine(folder.Backups, name!) : null;

    /// <inheritdoc/>
    public async Task<string> MakeAsync(string? kind, CancellationToken cancellationToken)
    {
        var path = writer.NewPath(kind);
        await writer.WriteAsync(path, cancellationToken);
        return Path.GetFileName(path);
    }

    /// <inheritdoc/>
    public Task WriteAsync(string path, CancellationToken cancellationToken) => writer.WriteAsync(path, cancellationToken);

    /// <inheritdoc/>
    public async Task<Result> RestoreAsync(string path, AuditEntry entry)
    {
        using var alone = gate.TryClose();
        if (alone is null)
        {
            return Problem.Of(ProblemCode.RestoreBusy);
        }

        try
        {
            space.Require(space.OfBackup() + new FileInfo(path).Length);
            var manifest = await staged.StageAsync(path, CancellationToken.None);
            await writer.WriteAsync(writer.NewPath("before-restore"), CancellationToken.None);
            await staged.AuditAsync(entry);
            await staged.ReplaceAsync(manifest);
        }
        catch (Exception refusal) when (refusal is BackupRefusedException || StoreRefusal.Is(refusal))
        {
            staged.Discard();
            return Problem.Of(refusal);
        }

        // The restore is committed from here on: whatever fails on the disk now is retried until it succeeds.
        await retry.UntilAnsweredAsync(staged.MoveInAsync, CancellationToken.None);
        await retry.UntilAnsweredAsync(TakeUpAsync, CancellationToken.None);
        return Result.Done;
    }

    /// <summary>Completes the restore and reloads what depends on the data. Idempotent.</summary>
    private async Task TakeUpAsync()
    {
        await sessions.LoadAsync(CancellationToken.None);
        await settings.ReadGeneralAsync(CancellationToken.None);
        await settings.ReadServicesAsync(CancellationToken.None);
        publishedRun.Drop();
        await start.PrepareAsync(CancellationToken.None);
        await ResumeImportsAsync();
    }

    private async Task ResumeImportsAsync()
    {
        await jobs.MarkInterruptedAsync(time.GetUtcNow(), CancellationToken.None);
        foreach (var waiting in (await jobs.ListAsync(CancellationToken.None)).Where(job => job.State == ImportJobState.Queued).Reverse())
        {
            imports.Resume(waiting.Id);
        }
    }
}
