using System.Diagnostics;
using System.Globalization;
using System.Text;
using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Hosting.Imports;

namespace Insiders.Tests.Web.Hosting;

public sealed class KilledImportTests : IAsyncLifetime, IDisposable
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private readonly TempFolder _data = new();
    private ImportJobStore _jobs = null!;
    private SalesLedger _ledger = null!;

    public async Task InitializeAsync()
    {
        var store = new RunStore(_data.Combine("insiders.db"));
        await store.MigrateAsync(CancellationToken.None);
        _jobs = new ImportJobStore(_data.Combine("insiders.db"));
        _ledger = new SalesLedger(_data.Combine("ledger"));
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (Directory.Exists(_data.Root))
        {
            new RunStore(_data.Combine("insiders.db")).ReleaseFile();
            _data.Dispose();
        }
    }

    [Fact]
    public async Task A_server_killed_during_an_import_leaves_the_ledger_as_before_and_the_job_marked_interrupted()
    {
        File.WriteAllText(_data.Combine("before.csv"), $"{Header}\n1,A,Mug,2,2017-01-02,1.50,c1,Brazil\n");
        await _ledger.ImportAsync(_data.Combine("before.csv"), ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
        var before = _ledger.Fingerprint();
        Directory.CreateDirectory(_data.Combine("uploads"));
        await using (var file = new StreamWriter(_data.Combine("uploads", "job.upload"), append: false, Encoding.UTF8))
        {
            await file.WriteLineAsync(Header);
            for (var row = 0; row < 3_000_000; row++)
            {
                await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{row},A,Mug,2,2017-01-02,1.50,c{row % 999},Brazil"));
            }
        }

        await _jobs.SaveAsync(new ImportJob("job", "large.csv", ImportJobState.Queued, "ana", DateTimeOffset.UnixEpoch), CancellationToken.None);

        using (var server = Start())
        {
            await UntilAsync(ImportJobState.Running);
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        Assert.Equal(ImportJobState.Running, (await _jobs.FindAsync("job", CancellationToken.None))!.State);
        Assert.Equal(before, _ledger.Fingerprint());
        using (var server = Start())
        {
            await UntilAsync(ImportJobState.Interrupted);
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }

        Assert.Equal(before, _ledger.Fingerprint());
        var (written, _) = await new AuditLog(_data.Combine("insiders.db")).ListAsync(0, 50, CancellationToken.None);
        var entry = Assert.Single(written, entry => entry.Action == "import.interrupted");
        Assert.Equal(("ana", "large.csv"), (entry.Actor, entry.Detail));
        Assert.True(File.Exists(_data.Combine("uploads", "job.upload")));
    }

    [Fact]
    public async Task A_server_killed_after_the_sales_were_loaded_completes_the_job_and_keeps_no_copy_of_the_file()
    {
        Directory.CreateDirectory(_data.Combine("uploads"));
        File.WriteAllText(_data.Combine("uploads", "job.upload"), $"{Header}\n1,A,Mug,2,2017-01-02,1.50,c1,Brazil\n");
        await _jobs.SaveAsync(new ImportJob("job", "small.csv", ImportJobState.Running, "ana", DateTimeOffset.UnixEpoch), CancellationToken.None);
        File.Copy(_data.Combine("uploads", "job.upload"), _data.Combine("small.csv"));
        await _ledger.ImportAsync(_data.Combine("small.csv"), ImportOptions.Default, DateTimeOffset.UnixEpoch.AddMinutes(1), null, CancellationToken.None);

        using var server = Start();
        await UntilAsync(ImportJobState.Succeeded);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (File.Exists(_data.Combine("uploads", "job.upload")))
        {
            await Task.Delay(10, patience.Token);
        }

        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        Assert.Single(_ledger.Imports());
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { typeof(ImportWorker).Assembly.Location, "serve", "--data", _data.Root, "--urls", "http://127.0.0.1:0" })
        {
            start.ArgumentList.Add(argument);
        }

        // An administrator, so that no set-up stands in the way.
        start.Environment["Insiders__Setup__AdminName"] = "Ana";
        start.Environment["Insiders__Setup__AdminEmail"] = SignedIn.AdminEmail;
        start.Environment["Insiders__Setup__AdminPassword"] = SignedIn.Password;
        var server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return server;
    }

    private async Task UntilAsync(ImportJobState state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await _jobs.FindAsync("job", patience.Token))!.State != state)
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
