using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Cli;
using Insiders.Web.Setup;

namespace Insiders.Tests.Browser;

/// <summary>A server of its own process, killed while it computes. No browser is needed; it runs after the pages' tests, not beside them.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class KilledServerTests
{
    [Fact]
    public async Task A_kill_during_a_run_leaves_the_published_run_and_marks_the_other_which_can_be_started_again()
    {
        using var data = new TempFolder();
        var store = new RunStore(data.Combine("insiders.db"));
        await store.MigrateAsync(CancellationToken.None);
        var published = await store.SaveAsync(SampleResults.Of(60));
        await store.PublishAsync(published, "ana", SavedRuns.Noon, CancellationToken.None);
        var endless = await store.QueueRunAsync(RunHouse.Endless, "ana", SavedRuns.Noon, CancellationToken.None);
        store.ReleaseFile();

        using (var server = Serve(data.Root))
        {
            await WaitForAsync(store, endless, RunState.Running);
            server.Kill();
            await server.WaitForExitAsync();
        }

        Assert.Equal(RunState.Running, (await store.FindRunAsync(endless, CancellationToken.None))!.Summary.State);

        // Waits for the second server, too: a run that it finds in the queue is taken up.
        var again = await store.QueueRunAsync((await store.FindRunAsync(endless, CancellationToken.None))!.Recipe, "ana", SavedRuns.Noon, CancellationToken.None);
        using (var server = Serve(data.Root))
        {
            await WaitForAsync(store, endless, RunState.Interrupted);
            await WaitForAsync(store, again, RunState.Running);
            server.Kill();
            await server.WaitForExitAsync();
        }

        Assert.Equal(published, (await store.FindPublishedAsync(CancellationToken.None))!.Run.Id);
        store.ReleaseFile();
    }

    private static Process Serve(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServeCommand).Assembly.Location, "--data", folder, "--urls", $"http://127.0.0.1:{FreePort()}"]) { RedirectStandardOutput = true };
        start.Environment["Insiders__Setup__AdminEmail"] = SignedIn.AdminEmail;
        start.Environment["Insiders__Setup__AdminPassword"] = SignedIn.Password;
        start.Environment["Insiders__Setup__Ledger"] = SetupOptions.Demo;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WaitForAsync(RunStore store, long runId, RunState state)
    {
        for (var i = 0; i < 1_200 && (await store.FindRunAsync(runId, CancellationToken.None))!.Summary.State != state; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(state, (await store.FindRunAsync(runId, CancellationToken.None))!.Summary.State);
    }
}
