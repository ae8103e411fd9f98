namespace Insiders.Tests.Kills;

/// <summary>All kinds of work that a kill must neither lose nor leave half-done.</summary>
public static class KillCatalog
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<KillKind> All { get; } =
    [
        new("upload", 1, TimeSpan.FromMilliseconds(300), OnPage: false, (site, _) => new UploadKill(site)),
        new("import", 1, TimeSpan.FromMilliseconds(1_000), OnPage: false, (site, _) => new ImportKill(site)),
        new("run", 1, TimeSpan.FromMilliseconds(3_000), OnPage: false, (site, _) => new RunKill(site)),
        new("publish", 1, TimeSpan.FromMilliseconds(80), OnPage: true, (site, _) => new PublishKill(site)),
        new("edit", 2, TimeSpan.FromMilliseconds(80), OnPage: true, (site, way) => new EditKill(site, isMerge: way == 1)),
        new("backup", 2, TimeSpan.FromMilliseconds(300), OnPage: false, (site, way) => way == 0 ? new DailyBackupKill(site) : new BackupDownloadKill(site)),
        new("restore", 2, TimeSpan.FromMilliseconds(1_500), OnPage: false, (site, way) => way == 0 ? new RestoreKill(site) : new RestoreCommandKill(site)),
        new("migration", 1, TimeSpan.FromMilliseconds(600), OnPage: false, (site, _) => new MigrationKill(site)),
        new("schedule", 2, TimeSpan.FromMilliseconds(60), OnPage: false, (site, way) => new ScheduleKill(site, isWhole: way == 1)),
    ];
}
