using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Core.Storage.Sqlite;

namespace Insiders.Core.Storage.Backups;

/// <inheritdoc/>
/// <remarks>
/// A commit file, written last into the staged folder, decides: without it the data folder is unchanged, with it the backup takes effect however often the
/// process is killed while files are moved. The database is replaced first, in one transaction; if the disk is full, the commit file is removed again.
/// </remarks>
public sealed class StagedRestore(DataFolder folder, IAccountTables accounts, TimeProvider time) : IStagedRestore
{
    private const string Decided = "decided.json";
    private const string DatabaseName = "insiders.db";

    private static readonly string[] s_whole = ["ledger", "sales", "runs", "uploads"];

    private string Staged => Path.Combine(folder.Root, "restoring");

    private string Decision => Path.Combine(Staged, Decided);

    /// <inheritdoc/>
    public bool IsPending => File.Exists(Decision);

    /// <summary>Whether a path in the data folder is the staging folder.</summary>
    public bool Owns(string path) => path == Staged;

    /// <inheritdoc/>
    public async Task<BackupManifest> StageAsync(string file, CancellationToken cancellationToken)
    {
        Discard();
        folder.Make(Staged);
        try
        {
            var isDatabase = await IsDatabaseAsync(file, cancellationToken);
            var manifest = isDatabase ? null : await BackupArchive.VerifyAsync(file, cancellationToken);
            var (database, all) = manifest is null ? (new FileInfo(file).Length, new FileInfo(file).Length)
                : (manifest.Files.Where(entry => entry.Path == DatabaseName).Sum(entry => entry.Bytes), manifest.Files.Sum(entry => entry.Bytes));
            new DiskSpace(folder).Require(DiskSpace.OfRestore(database, all - database));
            if (manifest is null)
            {
                File.Copy(file, Path.Combine(Staged, DatabaseName));
            }
            else
            {
                await BackupArchive.ExtractAsync(file, manifest, Staged, cancellationToken);
            }

            var counts = await StagedCheck.CheckAsync(new DataFolder(Staged), accounts, cancellationToken);
            if (manifest is not null && counts != manifest.Counts)
            {
                throw new BackupRefusedException(Problem.Of(ProblemCode.BackupCounts, manifest.Counts.ToString(), counts.ToString()));
            }

            return manifest ?? new BackupManifest { Format = 0, Program = "", MadeAt = time.GetUtcNow(), Schema = [], Counts = counts, Files = [] };
        }
        catch
        {
            Discard();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task ReplaceAsync(BackupManifest manifest)
    {
        var isNew = !File.Exists(folder.Database);
        try
        {
            Decide(manifest);
            await ReplaceDatabaseAsync();
        }
        catch
        {
            TakeBack(isNew);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task AuditAsync(AuditEntry entry)
    {
        var database = Path.Combine(Staged, DatabaseName);
        await new AuditLog(database).AddAsync(entry, CancellationToken.None);
        new RunStore(database).ReleaseFile();
    }

    /// <summary>Commits the staged backup: from now on it takes effect, even if the process is killed at once.</summary>
    public void Decide(BackupManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var draft = Decision + ".tmp";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            file.Write(manifest.ToJson());
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, Decision);
    }

    /// <inheritdoc/>
    public async Task CarryOutAsync()
    {
        await ReplaceDatabaseAsync();
        await MoveInAsync();
    }

    /// <inheritdoc/>
    public async Task MoveInAsync()
    {
        if (!IsPending)
        {
            Discard();
            return;
        }

        var manifest = BackupManifest.FromJson(await File.ReadAllBytesAsync(Decision));
        if (manifest.Format > 0)
        {
            await new SalesLedger(folder.Ledger).WhileUnchangedAsync(() => MoveIn(manifest), CancellationToken.None);
        }

        // The commit file is deleted first, so that whatever remains of the folder counts as discarded.
        File.Delete(Decision);
        Discard();
    }

    /// <inheritdoc/>
    public void Discard()
    {
        if (!IsPending && Directory.Exists(Staged))
        {
            Directory.Delete(Staged, recursive: true);
        }
    }

    private Task ReplaceDatabaseAsync() => new DatabaseCopy(folder.Database).ReplaceAsync(Path.Combine(Staged, DatabaseName), CancellationToken.None);

    private void TakeBack(bool isNew)
    {
        File.Delete(Decision);
        Discard();
        if (isNew)
        {
            // Files that SQLite started and could not fill: a folder to restore into must be empty.
            new RunStore(folder.Database).ReleaseFile();
            foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
            {
                File.Delete(folder.Database + ending);
            }
        }
    }

    private void MoveIn(BackupManifest manifest)
    {
        // An import or a run's sales exist as soon as their Parquet file does, so the files beside it are moved first.
        foreach (var entry in manifest.Files.Where(entry => entry.Path.Contains('/', StringComparison.Ordinal)).OrderBy(entry => entry.Path.EndsWith(".parquet", StringComparison.Ordinal)))
        {
            var (from, to) = (Path.Combine(Staged, entry.Path), Path.Combine(folder.Root, entry.Path));
            if (File.Exists(from))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Move(from, to, overwrite: true);
            }
        }

        // Keys are added and never removed, because the current ones keep people signed in.
        var wanted = manifest.Files.Select(entry => Path.Combine(folder.Root, entry.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in s_whole.Select(name => Path.Combine(folder.Root, name)).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
        {
            if (!wanted.Contains(path) && Path.GetExtension(path) is not ".lock" and not DataFolder.Unfinished)
            {
                File.Delete(path);
            }
        }
    }

    private static async Task<bool> IsDatabaseAsync(string file, CancellationToken cancellationToken)
    {
        var start = new byte[16];
        await using var stream = File.OpenRead(file);
        return await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken) == start.Length && start.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }
}
