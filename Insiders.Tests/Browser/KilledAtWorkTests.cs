using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Settings;
using Microsoft.Data.Sqlite;

namespace Insiders.Tests.Browser;

/// <summary>Servers killed at their work, and what the next start makes of it. No browser is needed; they run after the pages' tests, not beside them.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class KilledAtWorkTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly RunStore _store;

    public KilledAtWorkTests() => _store = new RunStore(_data.Combine("insiders.db"));

    public void Dispose()
    {
        _store.ReleaseFile();
        _data.Dispose();
    }

    [Fact]
    public async Task A_run_that_is_to_be_published_is_computed_and_published_by_the_next_start()
    {
        await using (var house = await RunHouse.OpenAsync(withShop: true, _data.Root))
        {
            var first = await house.Store.SaveAsync(SampleResults.Of(60));
            await house.Store.PublishAsync(first, "ana", SavedRuns.Noon, CancellationToken.None);
        }

        var ordered = await _store.QueueRunAsync(RunHouse.Quick, "ana", SavedRuns.Noon, CancellationToken.None, publishWhenDone: true);
        await using (var server = ServerProcess.Start(_data.Root))
        {
            await UntilAsync(async () => (await _store.FindRunAsync(ordered, CancellationToken.None))!.Summary.State == RunState.Running);
            await server.KillAsync();
        }

        await using var again = await ServerProcess.Start(_data.Root).ReadyAsync();
        await UntilAsync(async () => (await _store.FindPublishedAsync(CancellationToken.None))!.Run is { PublishWhenDone: true } run && (run.Id == ordered || run.RestartOf == ordered));
        Assert.DoesNotContain(await _store.ListRunsAsync(CancellationToken.None), run => run.State is RunState.Queued or RunState.Running);
    }

    [Fact]
    public async Task Kills_during_a_migration_are_made_up_for_and_every_copy_before_it_is_whole()
    {
        await _store.MigrateAsync(CancellationToken.None);
        var run = await _store.SaveAsync(SampleResults.Of(60));
        _store.ReleaseFile();
        await AskAsync(
            $"ALTER TABLE runs DROP COLUMN publish_when_done; ALTER TABLE runs DROP COLUMN restart_of; DELETE FROM {RunStore.Schema.HistoryTable} WHERE MigrationId = '{RunStore.Schema.NewestMigration}'");
        foreach (var patience in new[] { 400, 700, 1_000 })
        {
            await using var server = ServerProcess.Start(_data.Root);
            await Task.Delay(patience);
            await server.KillAsync();
        }

        await using var again = await ServerProcess.Start(_data.Root).ReadyAsync();

        Assert.Equal(RunState.Succeeded, (await _store.FindRunAsync(run, CancellationToken.None))!.Summary.State);
        var copies = Directory.GetFiles(_data.Combine("backups"));
        Assert.NotEmpty(copies);
        foreach (var copy in copies)
        {
            await new DatabaseCopy(copy).CheckAsync(copy, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_run_killed_as_the_schedule_fires_is_closed_by_the_next_start()
    {
        await _store.MigrateAsync(CancellationToken.None);
        await File.WriteAllTextAsync(_data.Combine("sales.csv"), "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,Cup,2,2020-01-02,1.50,17,France\n");
        await new SalesLedger(_data.Combine("ledger")).ImportAsync(_data.Combine("sales.csv"), ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);
        var installation = new Installation(new SettingsStore(_data.Combine("insiders.db")), new AuditLog(_data.Combine("insiders.db")), TimeProvider.System);
        var everySecond = new InstallationSchedule { Kind = ScheduleKind.Cron, Cron = "* * * * * ?", SkipUnchanged = false };
        await installation.SaveAsync(everySecond, "ana", CancellationToken.None);
        await using (var server = ServerProcess.Start(_data.Root))
        {
            await UntilAsync(async () => !(await _store.ListRunsAsync(CancellationToken.None)).IsEmpty);
            await server.KillAsync();
        }

        await installation.SaveAsync(everySecond with { Kind = ScheduleKind.Off }, "ana", CancellationToken.None);
        await using var again = await ServerProcess.Start(_data.Root).ReadyAsync();
        await UntilAsync(async () => (await _store.ListRunsAsync(CancellationToken.None)).All(run => run.State is not (RunState.Queued or RunState.Running)));
        Assert.All(await _store.ListRunsAsync(CancellationToken.None), run => Assert.True(run.EndedAt >= run.StartedAt || run.StartedAt is null));
    }

    [Fact]
    public async Task A_site_killed_during_its_daily_backup_leaves_no_part_and_makes_it_again()
    {
        await using (await RunHouse.OpenAsync(withShop: true, _data.Root))
        {
        }

        var installation = new Installation(new SettingsStore(_data.Combine("insiders.db")), new AuditLog(_data.Combine("insiders.db")), TimeProvider.System);
        await installation.SaveAsync(new InstallationBackups { Daily = true, At = TimeOnly.MinValue }, "ana", CancellationToken.None);
        await using (var server = ServerProcess.Start(_data.Root))
        {
            await UntilAsync(() => Task.FromResult(Directory.Exists(_data.Combine("backups"))));
            await server.KillAsync();
        }

        await using var again = await ServerProcess.Start(_data.Root).ReadyAsync();
        await UntilAsync(async () => (await installation.ReadBackupsAsync(CancellationToken.None)).LastDay is not null);
        var backups = Directory.GetFiles(_data.Combine("backups"));
        Assert.NotEmpty(backups);
        foreach (var backup in backups)
        {
            await Insiders.Web.Backups.BackupArchive.VerifyAsync(backup, CancellationToken.None);
        }
    }

    private async Task AskAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_data.Combine("insiders.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 2_400; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("It did not come to that in two minutes.");
    }
}
