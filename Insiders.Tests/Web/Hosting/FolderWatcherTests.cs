using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Imports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Hosting;

/// <summary>Files of the watched folder are loaded by themselves, each as an import of its own; what fails stays and says so.</summary>
public sealed class FolderWatcherTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Header = "Order,SKU,Qty,Date,Price,Customer\n";

    private readonly RunHouse _house = new();
    private readonly TempFolder _drop = new();
    private ImportRegistry _registry = null!;
    private ImportWorker _worker = null!;
    private FolderWatcher _watcher = null!;

    public async Task InitializeAsync()
    {
        await _house.Store.MigrateAsync(CancellationToken.None);
        var (status, time) = (new ImportStatusBroadcaster(), TimeProvider.System);
        var queue = new ImportQueue(_house.Jobs, status, time);
        _registry = new ImportRegistry(_house.Ledger, _house.Imports, time);
        _worker = new ImportWorker(_house.Ledger, _house.Jobs, queue, _registry, status, _house.Uploads, StartupGate.Passed(), new WorkGate(), _house.Space, _house.Retry, time, NullLogger<ImportWorker>.Instance);
        var imports = new ImportService(
            _house.Uploads, _house.Jobs, _house.Imports, new ImportChoiceStore(_house.Folder.Database), _house.Ledger, queue, _registry, new(_house.Settings, Actors.Access, TimeProvider.System), Actors.Access, _house.Audit, time);
        var settings = new WatchSettings(_drop.Root, TimeSpan.FromMinutes(5));
        _watcher = new FolderWatcher(settings, new WatchedFolder(settings, _house.Uploads, imports, _house.Jobs, time), _house.Jobs, StartupGate.Passed(), time, NullLogger<FolderWatcher>.Instance);
        await _worker.StartAsync(CancellationToken.None);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        _watcher.Dispose();
        _registry.Dispose();
        _drop.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task Each_file_is_an_import_of_its_own_and_is_put_away()
    {
        _drop.Write("jan.csv", Header + "1,A,2,2021-01-04,1.50,C1\n");
        _drop.Write("feb.zip", Packed.Zip(("feb.csv", Header + "1,A,2,2021-01-04,1.50,C1\n2,B,1,2021-02-04,4.00,C2\n")));
        _drop.Write("notes.md", "not for loading");

        // Nothing is taken at the first look: a file may still be growing.
        Assert.Equal(0, await _watcher.LookAsync(CancellationToken.None));
        Assert.Equal(2, await _watcher.LookAsync(CancellationToken.None));

        var records = await _house.Imports.ListImportsAsync(CancellationToken.None);
        Assert.Equal([("feb.zip", 2L, 0L, "Watched folder"), ("jan.csv", 0L, 1L, "Watched folder")], records.Select(record => (record.FileName, record.RowsLoaded, record.RowsSkipped, record.ImportedBy)).OrderBy(record => record.FileName));
        Assert.Equal(["loaded", "notes.md"], _drop.Names());
        Assert.Equal(["feb.zip", "jan.csv"], Directory.GetFiles(_drop.Combine("loaded")).Select(path => Path.GetFileName(path)[16..]).Order());
        Assert.Equal(0, await _watcher.LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_fails_stays_says_so_and_is_tried_again_when_it_changes()
    {
        var path = _drop.Write("sales.csv", "Name,Age\nx,1\n");
        await LookTwiceAsync();

        Assert.Contains("expected a column for", await File.ReadAllTextAsync(path + WatchedFolder.NoteEnding), StringComparison.Ordinal);
        Assert.Equal(["sales.csv", "sales.csv.problem"], _drop.Names());
        var failed = Assert.Single(await _house.Jobs.ListAsync(CancellationToken.None));
        Assert.Equal((ImportJobState.Failed, ProblemCode.ColumnsMissing, "Watched folder"), (failed.State, failed.Error!.Code, failed.RequestedBy));

        // It is not tried again and again.
        await LookTwiceAsync();
        Assert.Single(await _house.Jobs.ListAsync(CancellationToken.None));

        await File.WriteAllTextAsync(path, Header + "1,A,2,2021-01-04,1.50,C1\n");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(2));
        await LookTwiceAsync();
        Assert.Equal(1, Assert.Single(await _house.Imports.ListImportsAsync(CancellationToken.None)).RowsLoaded);
        Assert.Equal(["loaded"], _drop.Names());
    }

    [Fact]
    public async Task A_question_waits_for_a_person_and_nothing_is_guessed()
    {
        var path = _drop.Write("sales.csv", Header + "7,A,2,03/04/2021,1.50,C1\n");
        await LookTwiceAsync();

        Assert.Contains("question that a person must answer", await File.ReadAllTextAsync(path + WatchedFolder.NoteEnding), StringComparison.Ordinal);
        Assert.Equal(ImportJobState.Uploaded, Assert.Single(await _house.Jobs.ListAsync(CancellationToken.None)).State);
        Assert.Empty(_house.Ledger.Imports());
    }

    private async Task LookTwiceAsync()
    {
        await _watcher.LookAsync(CancellationToken.None);
        await _watcher.LookAsync(CancellationToken.None);
    }
}
