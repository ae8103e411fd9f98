using System.Net.Sockets;
using System.Text;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Setup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Insiders.Tests.Web.Hosting;

public sealed class StoppingSiteTests
{
    private const int BodyBytes = 60_000;

    [Fact]
    public async Task A_run_is_marked_as_interrupted_while_somebody_still_waits_for_an_answer()
    {
        await using var site = new SiteFactory();
        await site.InitializeAsync();
        var address = site.Serve();
        await site.Services.GetRequiredService<IImportStore>().MarkImportUndoneAsync("000001-sample", "ana", SavedRuns.Noon, CancellationToken.None); // its sales are nowhere
        await site.Services.GetRequiredService<DemoShop>().LoadAsync(Actor.Program, CancellationToken.None);
        var run = (await site.Services.GetRequiredService<RunService>().StartAsync(Actor.Program, RunHouse.Endless, publish: false, CancellationToken.None)).Value;
        var store = new RunStore(Path.Combine(site.DataFolder, "insiders.db"));
        while (await StateAsync() == RunState.Queued)
        {
            await Task.Delay(50);
        }

        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var wire = client.GetStream();
        await WriteAsync($"POST {AccountAddresses.SignIn} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {BodyBytes}\r\nExpect: 100-continue\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 100", await ReadAsync(), StringComparison.Ordinal); // the form is being waited for

        await Task.Run(site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication);
        var sent = 0;
        while (await StateAsync() == RunState.Running)
        {
            // Somebody who sends nothing is let go sooner.
            const int Piece = 100;
            await WriteAsync(new string('a', Piece));
            sent += Piece;
            await Task.Delay(50);
        }

        Assert.Equal(RunState.Interrupted, await StateAsync());
        await WriteAsync(new string('a', BodyBytes - sent));
        Assert.StartsWith("HTTP/1.1 4", await ReadAsync(), StringComparison.Ordinal); // no answer at all if the run had been left for later

        async Task<RunState> StateAsync() => (await store.FindRunAsync(run, CancellationToken.None))!.Summary.State;

        ValueTask WriteAsync(string text) => wire.WriteAsync(Encoding.ASCII.GetBytes(text));

        async Task<string> ReadAsync()
        {
            var read = new byte[100];
            return Encoding.ASCII.GetString(read, 0, await wire.ReadAsync(read));
        }
    }
}
