using Insiders.Core.Application.Access;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Files;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Hosting.Runs;
using Insiders.Web.Setup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Fixtures;

/// <summary>Everything that runs need, on its own data folder with real stores; the worker does nothing until started.</summary>
public sealed class RunHouse : IAsyncDisposable
{
    private readonly TempFolder _data = new();
    private RunWorker? _worker;
    private InitialImport? _first;

    /// <param name="root">Its data folder; by default a temporary one that is deleted with the test.</param>
    /// <param name="methods">The methods its recipes can choose; null for those of the product.</param>
    public RunHouse(string? root = null, MethodCatalog? methods = null)
    {
        Folder = new DataFolder(root ?? _data.Root);
        Store = new RunStore(Folder.Database) { Methods = new(() => methods ?? MethodCatalog.All) };
        Ledger = new SalesLedger(Folder.Ledger);
        Audit = new AuditLog(Folder.Database);
        Settings = new SettingsStore(Folder.Database);
        Imports = new ImportStore(Folder.Database);
        Jobs = new ImportJobStore(Folder.Database);
        Registry = new ImportRegistry(Ledger, Imports, TimeProvider.System);
        RunLog = new RunLog(Folder, TimeProvider.System);
        Queue = new RunQueue(Store, RunLog, TimeProvider.System);
        Service = new RunService(Store, Queue, Current, RunLog, Actors.Access, Broadcaster, TimeProvider.System);
        SettingsService = new SettingsService(Settings, Actors.Access, TimeProvider.System, Store.Methods);
        ScheduleHistory = new ScheduleHistory(Settings, Store, TimeProvider.System);
    }

    public DataFolder Folder { get; }

    public RunStore Store { get; }

    public SalesLedger Ledger { get; }

    /// <summary>The cleaned sales of its runs.</summary>
    public RunSalesFolder Sales => new(Folder.Sales);

    public ImportStore Imports { get; }

    public ImportJobStore Jobs { get; }

    public ImportRegistry Registry { get; }

    /// <summary>Accepts files of up to 5 GB and keeps 256 MB free.</summary>
    public UploadFolder Uploads => new(Folder, AnyUpload, Jobs, Actors.Access, TimeProvider.System);

    /// <summary>The default bounds.</summary>
    public static UploadSettings AnyUpload { get; } = new(5L << 30, 256L << 20);

    public AuditLog Audit { get; }

    public SettingsStore Settings { get; }

    public RunLog RunLog { get; }

    public RunQueue Queue { get; }

    public DiskSpace Space => new(Folder);

    public StoreRetry Retry { get; } = new(TimeProvider.System, NullLogger<StoreRetry>.Instance);

    public CurrentRun Current { get; } = new();

    public RunStatusBroadcaster Broadcaster { get; } = new();

    public RunService Service { get; }

    public SettingsService SettingsService { get; }

    public ScheduleHistory ScheduleHistory { get; }

    /// <summary>A recipe that takes only a few seconds.</summary>
    public static Recipe Quick { get; } = Recipe.Study with
    {
        Embedding = [new ForestOptions { Trees = 10 }, new UmapOptions { Dimensions = 2, Epochs = 10 }],
        Projection = new() { Epochs = 10 },
        Clustering = [new MixtureOptions { Starts = 1 }],
        Sweep = new() { Minimum = 2, Maximum = 4 },
    };

    /// <summary>A recipe that takes far longer than a test waits.</summary>
    public static Recipe Endless { get; } = Recipe.Study with { Embedding = [new ForestOptions { Trees = 200 }, new UmapOptions { Epochs = 10_000 }] };

    /// <summary>Creates the tables and, optionally, the generated shop.</summary>
    public static async Task<RunHouse> OpenAsync(bool withShop = false, string? root = null, MethodCatalog? methods = null)
    {
        var house = new RunHouse(root, methods);
        await house.Store.MigrateAsync(CancellationToken.None);
        if (withShop)
        {
            await new DemoShop(house.Folder, house.Registry).LoadAsync(Actor.Program, CancellationToken.None);
        }

        return house;
    }

    /// <summary>Starts the worker.</summary>
    public async Task StartAsync()
    {
        _first = new InitialImport(Registry, Imports, new DemoShop(Folder, Registry), SettingsService);
        var start = new StartupRecovery(Ledger, Store, Imports, Registry, Jobs, Queue, RunLog, _first, new SetupOptions(null, null, null, null), SettingsService, Broadcaster, TimeProvider.System, NullLogger<StartupRecovery>.Instance);
        _worker = new RunWorker(Ledger, Store, Store.Methods, Sales, Queue, start, StartupGate.Passed(), Current, new WorkGate(), new RunPreconditions(Store, Imports, Ledger, Folder, Space), Retry, RunLog, Broadcaster, TimeProvider.System, NullLogger<RunWorker>.Instance);
        await _worker.StartAsync(CancellationToken.None);
    }

    /// <summary>Stops the worker, as the host does when the process is asked to stop.</summary>
    public async Task StopAsync()
    {
        if (_worker is not null)
        {
            await _worker.StopAsync(CancellationToken.None);
            _worker.Dispose();
            _worker = null;
        }
    }

    /// <summary>Waits until a run is in a state.</summary>
    public async Task<RunSummary> WaitForAsync(long runId, RunState state, int seconds = 90)
    {
        for (var i = 0; i < seconds * 20; i++)
        {
            if ((await Store.FindRunAsync(runId, CancellationToken.None))!.Summary is var run && run.State == state)
            {
                return run;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"Run {runId} is {(await Store.FindRunAsync(runId, CancellationToken.None))!.Summary.State}, not {state}.");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _first?.Dispose();
        Registry.Dispose();
        Store.ReleaseFile();
        _data.Dispose();
    }
}
