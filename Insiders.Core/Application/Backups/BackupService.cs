using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>What administrators do with backups: make, list, take, delete, restore.</summary>
public sealed class BackupService(IBackupFiles files, DataFolder folder, AccessCheck access, IAuditLog audit, TimeProvider time)
{
    private const string Scheduled = "scheduled";

    /// <summary>Why the last file was not restored; null when it was.</summary>
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

    /// <summary>Makes the backup that the schedule asks for, and deletes the oldest of its kind beyond those to keep.</summary>
    public async Task MakeScheduledAsync(int keep, CancellationToken cancellationToken)
    {
        var made = await files.MakeAsync(Scheduled, cancellationToken);

        // The new one stays whatever the clock says. Older ones go before anything else is written: the disk may be full by now.
        foreach (var old in List().Where(backup => backup.Name.StartsWith($"insiders-{Scheduled}-", StringComparison.Ordinal) && backup.Name != made).Skip(keep - 1))
        {
            File.Delete(files.Find(old.Name)!);
        }

        await AuditAsync(Actor.Program, "backup.made", made);
    }

    /// <summary>Deletes a backup of the data folder; nothing happens when it is gone.</summary>
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

    /// <summary>A backup that is kept, to be sent, written down as taken.</summary>
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

    /// <summary>A backup of this moment as a file that goes when it is closed, written down as taken.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public async Task<Result<Stream>> TakeNewAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var file = Path.Combine(folder.Spill, $"backup-{Guid.NewGuid():N}.zip");
        await files.WriteAsync(file, cancellationToken);

        // Open first: whatever fails from here on, the file goes with the stream.
        Stream stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        await AuditAsync(actor, "backup.downloaded", "database");
        return stream;
    }

    /// <summary>Puts a backup in the place of all data. It is checked first, and what was there is kept as a backup.</summary>
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
