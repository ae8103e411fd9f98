using System.Globalization;
using System.Text;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Imports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Hosting;

/// <summary>An upload or an import that somebody stops midway leaves nothing half.</summary>
public sealed class CancelledImportTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private readonly RunHouse _house = new();
    private ImportJobStore _jobs = null!;
    private UploadFolder _uploads = null!;

    public async Task InitializeAsync()
    {
        await _house.Store.MigrateAsync(CancellationToken.None);
        _jobs = new ImportJobStore(_house.Folder.Database);
        _uploads = new UploadFolder(_house.Folder, RunHouse.AnyUpload, _jobs, Actors.Access, TimeProvider.System);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_upload_cut_off_midway_leaves_no_file_and_no_job()
    {
        using var leaves = new CancellationTokenSource();
        using var content = new EndlessStream(after: 3_000_000, leaves);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _uploads.ReceiveAsync(Actors.Ana, content, "sales.csv", leaves.Token));

        Assert.Empty(Directory.GetFiles(_house.Folder.Uploads));
        Assert.Empty(await _jobs.ListAsync(CancellationToken.None));
        Assert.Equal(0, (await _house.Audit.ListAsync(0, 10, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task Clearing_up_at_a_start_leaves_an_upload_that_is_arriving()
    {
        Directory.CreateDirectory(_house.Folder.Uploads);
        var left = Path.Combine(_house.Folder.Uploads, "left.upload.part");
        await File.WriteAllTextAsync(left, "by a process that was killed");
        using var content = new ClearingStream(Encoding.UTF8.GetBytes(Header), _uploads);

        var job = await _uploads.ReceiveAsync(Actors.Ana, content, "sales.csv", CancellationToken.None);

        Assert.True(File.Exists(_uploads.PathOf(job)));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task An_import_cancelled_midway_leaves_the_ledger_as_before_and_the_file_for_another_try()
    {
        var before = _house.Folder.Root + "-before.csv";
        await File.WriteAllTextAsync(before, Header + "1,A,Mug,2,2017-01-02,1.50,c1,Brazil\n");
        await _house.Ledger.ImportAsync(before, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
        File.Delete(before);
        var fingerprint = _house.Ledger.Fingerprint();
        using var large = new MemoryStream(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 1_000_000).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row},A,Mug,2,2017-01-02,1.50,c{row % 999},Brazil\n")))));
        var job = await _uploads.ReceiveAsync(Actors.Ana, large, "large.csv", CancellationToken.None);
        var importStatus = new ImportStatusBroadcaster();
        var queue = new ImportQueue(_jobs, importStatus, TimeProvider.System);
        using var registry = new ImportRegistry(_house.Ledger, _house.Imports, TimeProvider.System);
        using var worker = new ImportWorker(_house.Ledger, _jobs, queue, registry, importStatus, _uploads, StartupGate.Passed(), new WorkGate(), _house.Space, _house.Retry, TimeProvider.System, NullLogger<ImportWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);

        await queue.EnqueueAsync(job, CancellationToken.None);
        await UntilAsync(job.Id, ImportJobState.Running);
        await queue.CancelAsync(job.Id, CancellationToken.None);
        await UntilAsync(job.Id, ImportJobState.Cancelled);
        await worker.StopAsync(CancellationToken.None);

        Assert.Equal(fingerprint, _house.Ledger.Fingerprint());
        Assert.Single(_house.Ledger.Imports());
        Assert.Empty(await _house.Imports.ListImportsAsync(CancellationToken.None));
        Assert.True(File.Exists(_uploads.PathOf(job)));
        Assert.All(Directory.EnumerateFiles(_house.Folder.Ledger, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain("large", file, StringComparison.Ordinal));
    }

    private async Task UntilAsync(string id, ImportJobState state)
    {
        for (var i = 0; i < 3_000; i++)
        {
            if ((await _jobs.FindAsync(id, CancellationToken.None))!.State == state)
            {
                return;
            }

            await Task.Delay(10);
        }

        throw new TimeoutException($"The import is {(await _jobs.FindAsync(id, CancellationToken.None))!.State}, not {state}.");
    }

    /// <summary>While it is read, the area clears up.</summary>
    private sealed class ClearingStream(byte[] bytes, UploadFolder uploads) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            uploads.RemoveUnknown([]);
            return base.ReadAsync(buffer, cancellationToken);
        }
    }

    /// <summary>Goes on for ever; after some bytes whoever sends it leaves.</summary>
    private sealed class EndlessStream(long after, CancellationTokenSource leaves) : MemoryStream
    {
        private long _sent;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _sent += buffer.Length;
            if (_sent > after)
            {
                leaves.Cancel();
            }

            return ValueTask.FromResult(buffer.Length);
        }
    }
}
