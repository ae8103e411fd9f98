using System.Collections.Immutable;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Sqlite;
using Insiders.Web.Account;
using Insiders.Web.Features.Settings;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Hosting.Imports;
using Insiders.Web.Hosting.Runs;
using Insiders.Web.PublishedRuns;

namespace Insiders.Web.Hosting.Backups;

/// <summary>What administrators do with backups: make, list, delete, restore. Every act is audited.</summary>
public sealed class BackupService(
    DataFolder folder, BackupWriter writer, StagedRestore staged, WorkGate gate, DiskSpace space, ImportJobStore jobs, ImportQueue imports, FirstStart start, EndedSessions sessions,
    Installation installation, BaseDesk publishedBase, StoreRetry retry, AuditLog audit, TimeProvider time)
{
    private const string Scheduled = "scheduled";

    /// <summary>Why the last file was not restored; null when it was.</summary>
    public Problem? LastRefusal { get; private set; }

    /// <summary>The backups in the data folder, newest first; the copies of databases that a migration left are among them.</summary>
    public ImmutableArray<KeptBackup> List()
        => !Directory.Exists(folder.Backups) ? [] :
        [
            .. from file in new DirectoryInfo(folder.Backups).EnumerateFiles()
               where file.Extension is ".zip" or ".db"
               orderby file.LastWriteTimeUtc descending, file.Name descending
               select new KeptBackup(file.Name, file.Length, file.LastWriteTimeUtc),
        ];

    /// <summary>The file of a backup; null when there is none of that name.</summary>
    public string? Find(string? name) => List().Any(backup => backup.Name == name) ? Path.Combine(folder.Backups, name!) : null;

    /// <summary>Makes a backup in the data folder.</summary>
    /// <exception cref="DiskRefusalException">There is no room for it.</exception>
    public async Task MakeAsync(string actor, CancellationToken cancellationToken)
    {
        var path = writer.NewPath(null);
        await writer.WriteAsync(path, cancellationToken);
        await AuditAsync(actor, "backup.made", Path.GetFileName(path));
    }

    /// <summary>Makes the backup that the schedule asks for, and deletes the oldest of its kind beyond those to keep.</summary>
    public async Task MakeScheduledAsync(int keep, CancellationToken cancellationToken)
    {
        var path = writer.NewPath(Scheduled);
        await writer.WriteAsync(path, cancellationToken);

        // The new one stays whatever the clock says. Older ones go before anything else is written: the disk may be full by now.
        foreach (var old in List().Where(backup => backup.Name.StartsWith($"insiders-{Scheduled}-", StringComparison.Ordinal) && backup.Name != Path.GetFileName(path)).Skip(keep - 1))
        {
            File.Delete(Path.Combine(folder.Backups, old.Name));
        }

        await AuditAsync(DemoShop.Actor, "backup.made", Path.GetFileName(path));
    }

    /// <summary>Deletes a backup of the data folder.</summary>
    public async Task DeleteAsync(string name, string actor)
    {
        if (Find(name) is { } path)
        {
            File.Delete(path);
            await AuditAsync(actor, "backup.deleted", name);
        }
    }

    /// <summary>Puts a backup in the place of all data. It is checked first, and what was there is kept as a backup.</summary>
    /// <returns>False while a run or an import is at work, and when the file is refused; <see cref="LastRefusal"/> then says why.</returns>
    public async Task<bool> RestoreAsync(string file, string actor)
    {
        LastRefusal = null;
        using var alone = gate.TryClose();
        if (alone is null)
        {
            return false;
        }

        try
        {
            space.Require(space.OfBackup() + new FileInfo(file).Length);
            var manifest = await staged.StageAsync(file, CancellationToken.None);
            await writer.WriteAsync(writer.NewPath("before-restore"), CancellationToken.None);
            await staged.AuditAsync(Entry(actor, "backup.restored", Path.GetFileName(file)));
            await staged.ReplaceAsync(manifest);
        }
        catch (Exception refusal) when (refusal is BackupRefusedException || StoreRefusal.Is(refusal))
        {
            staged.Discard();
            LastRefusal = Problem.Of(refusal);
            return false;
        }

        // The backup holds from here on: what the disk refuses now is done when it does not.
        await retry.UntilAnsweredAsync(staged.MoveInAsync, CancellationToken.None);
        await retry.UntilAnsweredAsync(TakeUpAsync, CancellationToken.None);
        return true;
    }

    /// <summary>Goes on with what has been restored. Done again, it does no harm.</summary>
    private async Task TakeUpAsync()
    {
        await sessions.LoadAsync(CancellationToken.None);
        await installation.ReadGeneralAsync(CancellationToken.None);
        await installation.ReadServicesAsync(CancellationToken.None);
        publishedBase.Drop();
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

    private Task AuditAsync(string actor, string action, string subject) => audit.AddAsync(Entry(actor, action, subject), CancellationToken.None);

    private AuditEntry Entry(string actor, string action, string subject) => new(0, time.GetUtcNow(), actor, action, subject);
}
