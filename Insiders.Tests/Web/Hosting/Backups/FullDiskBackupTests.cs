using Insiders.Core.Application.Access;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Backups;
using Insiders.Core.Storage.Sqlite;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Cli;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Backups;
using Insiders.Web.Hosting.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Hosting.Backups;

/// <summary>Backups and restores that the disk has no room for, before they begin and in the middle of them.</summary>
public sealed class FullDiskBackupTests(FullDiskBackupTests.LargeBackup backup) : IClassFixture<FullDiskBackupTests.LargeBackup>
{
    [SmallDiskTheory]
    [InlineData(0)]
    [InlineData(200_000)]
    [InlineData(3_000_000)]
    public async Task The_command_refuses_in_a_sentence_leaves_nothing_and_restores_when_there_is_room(int free)
    {
        using var disk = SmallDisk.Mount(40);
        disk.FillTo(free);

        var refused = await Terminal.RunAsync("restore", backup.Path, "--data", disk.Combine("data"));

        Assert.Equal((ExitCode.Refused, ""), (refused.ExitCode, refused.Output));
        Assert.Matches($"^The disk of {disk.Root}/data (is full: make room on it and try again|has no room for the backup\\. About .* of free space is needed, and the disk has .*: make room on it and try again)\\.\n$", refused.Error);
        Assert.Empty(Left(disk));

        disk.Empty();
        var restored = await Terminal.RunAsync("restore", backup.Path, "--data", disk.Combine("data"));
        Assert.Equal((ExitCode.Done, ""), (restored.ExitCode, restored.Error));
        await using var site = new SiteFactory { Root = disk.Combine("data") };
        using var client = site.CreateClient();
        Assert.Equal(LargeBackup.LogBytes, new FileInfo(disk.Combine("data", "runs", LargeBackup.LogName)).Length);
        Assert.Single(await site.Services.GetRequiredService<IRunStore>().ListRunsAsync(CancellationToken.None));
    }

    [SmallDiskTheory]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task A_disk_that_fills_up_when_all_is_checked_and_the_database_is_to_move_in_replaces_nothing(int free)
    {
        using var disk = SmallDisk.Mount(40);
        var staged = new StagedRestore(new DataFolder(disk.Combine("data")), new AccountTables(), TimeProvider.System);
        Directory.CreateDirectory(disk.Combine("data"));
        var manifest = await staged.StageAsync(backup.Path, CancellationToken.None);
        disk.FillTo(free);

        Assert.True(StoreRefusal.IsFull(await Assert.ThrowsAnyAsync<Exception>(() => staged.ReplaceAsync(manifest))));

        Assert.False(staged.IsPending);
        Assert.Empty(Left(disk));
        disk.Empty();
        Assert.Equal(ExitCode.Done, (await Terminal.RunAsync("restore", backup.Path, "--data", disk.Combine("data"))).ExitCode);

        // The same where there is a database already, with one run more than the backup's.
        var store = new RunStore(disk.Combine("data", "insiders.db"));
        var run = await store.SaveAsync(SampleResults.Of(30));
        manifest = await staged.StageAsync(backup.Path, CancellationToken.None);
        disk.FillTo(free);

        Assert.True(StoreRefusal.IsFull(await Assert.ThrowsAnyAsync<Exception>(() => staged.ReplaceAsync(manifest))));

        Assert.False(staged.IsPending);
        disk.Empty();
        Assert.Equal(2, (await store.ListRunsAsync(CancellationToken.None)).Length);
        Assert.Equal(RunState.Succeeded, (await store.FindRunAsync(run, CancellationToken.None))!.Summary.State);
        await staged.ReplaceAsync(await staged.StageAsync(backup.Path, CancellationToken.None));
        await staged.MoveInAsync();
        Assert.Single(await store.ListRunsAsync(CancellationToken.None));
        store.ReleaseFile();
    }

    [SmallDiskTheory]
    [InlineData(0)]
    [InlineData(200_000)]
    public async Task A_copy_or_an_archive_that_the_disk_cuts_off_is_gone(int free)
    {
        using var disk = SmallDisk.Mount(10);
        using var data = new TempFolder();
        var store = new RunStore(data.Combine("insiders.db"));
        await store.MigrateAsync(CancellationToken.None);
        await store.SaveAsync(SampleResults.Of(2_000));
        await File.WriteAllBytesAsync(data.Combine("log"), new byte[5_000_000]);
        Directory.CreateDirectory(disk.Combine("backups"));
        disk.FillTo(free);

        var copy = await Assert.ThrowsAnyAsync<Exception>(() => new DatabaseCopy(data.Combine("insiders.db")).WriteAsync(disk.Combine("backups", "copy.db"), CancellationToken.None));
        var archive = await Assert.ThrowsAnyAsync<Exception>(() => BackupArchive.WriteAsync(
            disk.Combine("backups", "a.zip"), [("ledger/000001-a.parquet", data.Combine("log"))], written => throw new InvalidOperationException("It cannot come so far."), CancellationToken.None));

        Assert.True(StoreRefusal.IsFull(copy), copy.ToString());
        Assert.True(StoreRefusal.IsFull(archive), archive.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(disk.Combine("backups")));
        store.ReleaseFile();
    }

    [SmallDiskFact]
    public async Task A_daily_backup_that_found_no_room_is_made_the_same_day_when_there_is()
    {
        using var disk = SmallDisk.Mount(60);
        await using var site = new SiteFactory { Root = disk.Root };
        using var client = site.CreateClient();
        var (installation, service) = (site.Services.GetRequiredService<SettingsService>(), site.Services.GetRequiredService<BackupService>());
        var clock = new HandClock(DateTimeOffset.UtcNow.AddDays(2));
        using var daily = new ScheduledBackups(service, installation, StartupGate.Passed(), clock, NullLogger<ScheduledBackups>.Instance);

        // The site's own clock has nothing to do before the day after tomorrow.
        await installation.SaveAsync(Actor.Program, new InstallationBackups { Daily = true, At = TimeOnly.MinValue, LastDay = DateOnly.FromDateTime(clock.GetLocalNow().Date).AddDays(-1) }, CancellationToken.None);
        disk.FillTo(0);

        Assert.False(await daily.MakeDueAsync(CancellationToken.None));
        Assert.Empty(service.List());
        disk.Empty();
        Assert.False(await daily.MakeDueAsync(CancellationToken.None)); // not at once: that would be once a minute on a disk that stays full
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True(await daily.MakeDueAsync(CancellationToken.None));
        Assert.False(await daily.MakeDueAsync(CancellationToken.None));
        Assert.StartsWith("insiders-scheduled-", Assert.Single(service.List()).Name, StringComparison.Ordinal);
    }

    // The lock of the folder stays.
    private static IEnumerable<string> Left(SmallDisk disk)
        => (Directory.Exists(disk.Combine("data")) ? Directory.EnumerateFileSystemEntries(disk.Combine("data")) : []).Where(path => !DataFolderLock.Owns(path));

    /// <summary>A whole backup that a disk with 3 MB has no room for.</summary>
    public sealed class LargeBackup : IAsyncLifetime, IDisposable
    {
        /// <summary>A file that makes it large.</summary>
        public const string LogName = "000001.log";

        /// <summary>How large.</summary>
        public const int LogBytes = 4_000_000;

        private readonly TempFolder _folder = new();

        /// <summary>Where it is.</summary>
        public string Path => _folder.Combine("backup.zip");

        public async Task InitializeAsync()
        {
            await using var site = new SiteFactory { Root = _folder.Combine("data") };
            await site.InitializeAsync();
            site.CreateClient().Dispose();
            Directory.CreateDirectory(_folder.Combine("data", "runs"));
            await File.WriteAllBytesAsync(_folder.Combine("data", "runs", LogName), new byte[LogBytes]);
            await site.Services.GetRequiredService<IBackupWriter>().WriteAsync(Path, CancellationToken.None);
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => _folder.Dispose();
    }
}
