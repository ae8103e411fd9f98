using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>What administrators do with backups: make, list, download, delete, restore.</summary>
public sealed class BackupService(IBackupFiles files, DataFolder folder, AccessCheck access, IAuditLog audit, TimeProvider time)
{
    private const string Scheduled = "scheduled";

    /// <summary>Why the last restore was refused; null when it succeeded or none was tried.</summary>
    public Problem? LastRefusal { get; private set; }

    /// <summary>The backups in the data folder, newest first.</summary>
    public ImmutableArray<StoredBackup> List() => files.List();

    /// <summary>Makes a backup in the data folder.</summary>
    /// <exception cref="DiskRefusalException">There is no room for it.</exception>
    public async Task<Result> MakeAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await AuditAsync(actor, "backup.made", await files.MakeAsync(null, cancellationToken));
        return Result.Done;
    }

    /// <summary>Makes a scheduled backup and deletes the oldest scheduled ones beyond <paramref name="keep"/>.</summary>
    public async Task MakeScheduledAsync(int keep, CancellationToken cancellationToken)
    {
        var made = await files.MakeAsync(Scheduled, cancellationToken);

        // The new backup stays even if the clock was put back. Old ones are deleted before anything else is written, because the disk may be full by now.
        foreach (var old in List().Where(backup => backup.Name.StartsWith($"insiders-{Scheduled}-", StringComparison.Ordinal) && backup.Name != made).Skip(keep - 1))
        {
            File.Delete(files.Find(old.Name)!);
        }

        await AuditAsync(Actor.Program, "backup.made", made);
    }

    /// <summary>Deletes a backup from the data folder; does nothing if it is already gone.</summary>
    public async Task<Result> DeleteAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (files.Find(name) is { } path)
        {
            File.Delete(path);
            await AuditAsync(actor, "backup.deleted", name);
        }

        return Result.Done;
    }

    /// <summary>Finds a stored backup for download and records the download in the audit.</summary>
    /// <returns>Its path.</returns>
    public async Task<Result<string>> TakeAsync(Actor actor, string? name, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (files.Find(name) is not { } path)
        {
            return Problem.Of(ProblemCode.BackupGone);
        }

        await AuditAsync(actor, "backup.downloaded", name!);
        return path;
    }

    /// <summary>Makes a backup for download, as a file that is deleted when the stream is closed, and records the download in the audit.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public async Task<Result<Stream>> TakeNewAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var file = Path.Combine(folder.Spill, $"backup-{Guid.NewGuid():N}.zip");
        await files.WriteAsync(file, cancellationToken);

        // The stream is opened first, so that the file is deleted with it if anything below fails.
        Stream stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        await AuditAsync(actor, "backup.downloaded", "database");
        return stream;
    }

    /// <summary>Replaces all data with a backup. The backup is checked first, and the current data is saved as another backup.</summary>
    public async Task<Result> RestoreAsync(Actor actor, string path, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var restored = await files.RestoreAsync(path, Entry(actor, "backup.restored", Path.GetFileName(path)));
        LastRefusal = restored.Problem;
        return restored;
    }

    private Task AuditAsync(Actor actor, string action, string subject) => audit.AddAsync(Entry(actor, action, subject), CancellationToken.None);

    private AuditEntry Entry(Actor actor, string action, string subject) => new(0, time.GetUtcNow(), actor.Name, action, subject);
}
