using System.Net;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage.Backups;
using Insiders.Core.Storage.Sqlite;

namespace Insiders.Tests.Kills;

/// <summary>Checks what must be true of every data folder once a site runs on it again, whatever the previous one was doing when it was killed.</summary>
public static class Aftermath
{
    private static readonly string[] s_unfinished = [DataFolder.Unfinished, ".draft", ".tmp", "-journal"];

    /// <summary>The current errors; called again until there are none.</summary>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(KilledSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        string[] faults = [.. await RunsAsync(site), .. await ImportsAsync(site), .. Leftovers(site), .. Complaints(site)];

        // Every byte of a backup is read, so not while the site is working.
        return faults.Length > 0 ? faults : [.. await BackupsAsync(site)];
    }

    /// <summary>Checks that the database is intact and the administrator can sign in.</summary>
    public static async Task CheckAccessAsync(KilledSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        using var client = await site.SignInAsync();
        using var page = await client.GetAsync("settings");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await new DatabaseCopy(site.Folder.Database).CheckAsync(site.Folder.Database, CancellationToken.None);
    }

    private static async Task<IEnumerable<string>> RunsAsync(KilledSite site)
    {
        var runs = await site.Store.ListRunsAsync(CancellationToken.None);
        return from run in runs
               let isOrdered = run.PublishWhenDone && run.State == RunState.Interrupted
               where run.State is RunState.Queued or RunState.Running or RunState.Failed || run.EndedAt < run.StartedAt || (isOrdered && runs.Count(other => other.RestartOf == run.Id) != 1)
               select $"run {run.Id} is {run.State}{(isOrdered ? ", was to be published, and is not taken up once" : "")}";
    }

    private static async Task<IEnumerable<string>> ImportsAsync(KilledSite site)
    {
        var jobs = await site.Jobs.ListAsync(CancellationToken.None);
        var inLedger = site.Ledger.Imports().Select(import => import.Id).Order(StringComparer.Ordinal);
        var onRecord = (await site.Imports.ListImportsAsync(CancellationToken.None)).Where(import => import.UndoneAt is null).Select(import => import.Id).Order(StringComparer.Ordinal);
        return
        [
            .. jobs.Where(job => job.State is ImportJobState.Queued or ImportJobState.Running or ImportJobState.Failed).Select(job => $"the import of {job.FileName} is {job.State}: {job.Error?.Sentence}"),
            .. inLedger.SequenceEqual(onRecord) ? [] : new[] { $"the ledger holds {string.Join(' ', inLedger)}, and on record are {string.Join(' ', onRecord)}" },
            .. site.Files().Where(path => path.StartsWith("uploads/", StringComparison.Ordinal) && !jobs.Any(job => IsOf(job, path))).Select(path => $"nobody wants {path}"),
        ];
    }

    private static bool IsOf(ImportJob job, string path)
        => (path == $"uploads/{job.Id}.upload" && job.State != ImportJobState.Succeeded) || (path == $"uploads/{job.Id}.rejects.csv" && job.State == ImportJobState.Succeeded);

    private static IEnumerable<string> Leftovers(KilledSite site)
    {
        var files = site.Files().ToArray();
        return
        [
            .. files.Where(path => path.StartsWith("restoring/", StringComparison.Ordinal) || (s_unfinished.Any(path.Contains) && !path.Contains("spill/", StringComparison.Ordinal))).Select(path => $"left over: {path}"),
            .. files.Where(path => path.Contains("spill/", StringComparison.Ordinal) && site.FilesAtKill.Contains(path)).Select(path => $"left over: {path}"),
            .. files.Where(path => path.StartsWith("ledger/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && !files.Contains(Path.ChangeExtension(path, ".parquet"))).Select(path => $"a record without sales: {path}"),
        ];
    }

    private static async Task<IEnumerable<string>> BackupsAsync(KilledSite site)
    {
        var faults = new List<string>();
        foreach (var path in Directory.Exists(site.Folder.Backups) ? Directory.GetFiles(site.Folder.Backups) : [])
        {
            try
            {
                await (Path.GetExtension(path) switch
                {
                    ".zip" => BackupArchive.VerifyAsync(path, CancellationToken.None),
                    ".db" => new DatabaseCopy(path).CheckAsync(path, CancellationToken.None),
                    _ => throw new InvalidDataException("It is neither a backup nor a copy."),
                });
            }
            catch (Exception damage) when (damage is InvalidDataException or BackupRefusedException or IOException)
            {
                faults.Add($"{Path.GetFileName(path)}: {damage.Message}");
            }
        }

        return faults;
    }

    private static IEnumerable<string> Complaints(KilledSite site)
        => site.Log.Split('\n').Where(line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal)).Select(line => $"the site that was started again says {line}");
}
