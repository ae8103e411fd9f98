using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Hosting.Data;

public sealed class StartupRecoveryTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _data = new();
    private RunStore _store = null!;
    private SalesLedger _ledger = null!;

    public async Task InitializeAsync()
    {
        _store = new RunStore(_data.Combine("insiders.db"));
        _ledger = new SalesLedger(_data.Combine("ledger"));
        await _store.MigrateAsync(CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _store.ReleaseFile();
        _data.Dispose();
    }

    [Fact]
    public async Task Without_an_unattended_start_nothing_is_loaded_and_nothing_runs()
    {
        await PrepareAsync(new SetupOptions(null, null, null, null));

        Assert.Empty(await Imports.ListImportsAsync(CancellationToken.None));
        Assert.Empty(await _store.ListRunsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_unattended_start_gets_the_generated_shop_and_one_queued_run()
    {
        await PrepareAsync();

        Assert.Equal(ImportService.GeneratedShopName, Assert.Single(await Imports.ListImportsAsync(CancellationToken.None)).FileName);
        Assert.Equal(RunState.Queued, Assert.Single(await _store.ListRunsAsync(CancellationToken.None)).State);
    }

    [Fact]
    public async Task A_run_cut_off_by_a_crash_is_marked_and_made_anew_and_the_shop_is_not_loaded_twice()
    {
        await PrepareAsync();
        var cutOff = Assert.Single(await _store.ListRunsAsync(CancellationToken.None)).Id;
        await _store.StartRunAsync(cutOff, "x", "v", SavedRuns.Noon, CancellationToken.None);

        await PrepareAsync();

        var runs = await _store.ListRunsAsync(CancellationToken.None);
        Assert.Equal(RunState.Interrupted, runs.Single(run => run.Id == cutOff).State);
        Assert.Equal(RunState.Queued, runs.Single(run => run.Id != cutOff).State);
        Assert.Single(_ledger.Imports());
    }

    [Fact]
    public async Task A_kill_between_the_two_stores_is_mended()
    {
        await PrepareAsync();
        _store.ReleaseFile();
        File.Delete(_data.Combine("insiders.db"));
        await _store.MigrateAsync(CancellationToken.None);

        await PrepareAsync();

        Assert.Equal(Assert.Single(_ledger.Imports()).Id, Assert.Single(await Imports.ListImportsAsync(CancellationToken.None)).Id);
    }

    [Fact]
    public async Task With_a_published_run_nothing_is_queued()
    {
        await PrepareAsync();
        var run = Assert.Single(await _store.ListRunsAsync(CancellationToken.None)).Id;
        await _store.StartRunAsync(run, "x", "v", SavedRuns.Noon, CancellationToken.None);
        await _store.FinishRunAsync(run, SampleResults.Of(40), SavedRuns.Noon, CancellationToken.None);
        await _store.PublishAsync(run, "ana", SavedRuns.Noon, CancellationToken.None);

        await PrepareAsync();

        Assert.Single(await _store.ListRunsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_run_that_was_to_be_published_and_was_cut_off_is_taken_up_again_with_its_order_by_the_same_person()
    {
        var recipe = RunHouse.Quick with { Seed = 7 };
        var cutOff = await _store.QueueRunAsync(recipe, "ana", SavedRuns.Noon, CancellationToken.None, publishWhenDone: true);
        await _store.StartRunAsync(cutOff, "x", "v", SavedRuns.Noon, CancellationToken.None);
        var unordered = await _store.StartAsync();

        await PrepareAsync(new SetupOptions(null, null, null, null));
        await PrepareAsync(new SetupOptions(null, null, null, null));

        var runs = await _store.ListRunsAsync(CancellationToken.None);
        Assert.All(runs.Where(run => run.Id == cutOff || run.Id == unordered), run => Assert.Equal(RunState.Interrupted, run.State));
        var again = Assert.Single(runs, run => run.State == RunState.Queued);
        Assert.Equal((cutOff, true, "ana", 7ul), (again.RestartOf, again.PublishWhenDone, again.RequestedBy, again.Seed));
    }

    [Fact]
    public async Task A_run_that_takes_the_process_down_every_time_is_not_taken_up_for_ever()
    {
        await _store.QueueRunAsync(RunHouse.Quick, "ana", SavedRuns.Noon, CancellationToken.None, publishWhenDone: true);
        for (var start = 0; start < 20; start++)
        {
            if ((await _store.ListRunsAsync(CancellationToken.None)).FirstOrDefault(run => run.State == RunState.Queued) is { } queued)
            {
                await _store.StartRunAsync(queued.Id, "x", "v", SavedRuns.Noon, CancellationToken.None);
            }

            await PrepareAsync(new SetupOptions(null, null, null, null));
        }

        Assert.Equal(6, (await _store.ListRunsAsync(CancellationToken.None)).Length);
    }

    [Fact]
    public async Task More_runs_than_anybody_would_queue_wait_without_holding_the_start_up()
    {
        for (var i = 0; i < 70; i++)
        {
            await _store.QueueRunAsync(RunHouse.Quick, "ana", SavedRuns.Noon, CancellationToken.None);
        }

        await PrepareAsync(new SetupOptions(null, null, null, null)).WaitAsync(TimeSpan.FromMinutes(1)); // a queue with 64 places waited here for ever
    }

    private ImportStore Imports => new(new DataFolder(_data.Root).Database);

    private async Task PrepareAsync(SetupOptions? setup = null)
    {
        setup ??= new SetupOptions("Ana", SignedIn.AdminEmail, SignedIn.Password, SetupOptions.Demo);
        var folder = new DataFolder(_data.Root);
        var runLog = new RunLog(folder, TimeProvider.System);
        var queue = new RunQueue(_store, runLog, TimeProvider.System);
        using var registry = new ImportRegistry(_ledger, Imports, TimeProvider.System);
        var settings = new SettingsService(new SettingsStore(folder.Database), Actors.Access, TimeProvider.System);
        using var first = new InitialImport(registry, Imports, new DemoShop(folder, registry), settings);
        await new StartupRecovery(_ledger, _store, Imports, registry, new ImportJobStore(folder.Database), queue, runLog, first, setup, settings, new RunStatusBroadcaster(), TimeProvider.System, NullLogger<StartupRecovery>.Instance).PrepareAsync(CancellationToken.None);
    }
}
