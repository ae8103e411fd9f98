using System.Collections.Concurrent;
using Insiders.Benchmarks.Load;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Microsoft.JSInterop.Infrastructure;

namespace Insiders.Tests.Web.Shell;

public sealed class UnansweredCallsTests
{
    private const int Tabs = 6;
    private static readonly TimeSpan s_retention = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    // The framework would keep each of them for a minute.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tabs_that_closed_or_vanished_in_the_middle_of_a_call_leave_no_circuit_in_memory(bool vanish)
    {
        var circuits = new OpenedCircuits();
        await using var site = new SiteFactory
        {
            ConfigureServices = services =>
            {
                services.AddSingleton(circuits);
                services.AddScoped<CircuitHandler, CallsInPassing>();
                services.Configure<CircuitOptions>(options => options.DisconnectedCircuitRetentionPeriod = s_retention);
            },
        };
        await site.InitializeAsync();
        using var user = new SimulatedUser(site.Serve(), (await site.PersonAsync(Roles.Viewer)).Email!, SignedIn.Password, 0);
        await user.SignInAsync(CancellationToken.None);

        for (var i = 0; i < Tabs; i++)
        {
            var tab = await user.OpenAsync(site.Serve(), "tiles", CancellationToken.None);
            await (vanish ? tab.VanishAsync() : tab.DisposeAsync().AsTask());
        }

        Assert.Equal(Tabs, circuits.Opened);
        await Until.TrueAsync(() => circuits.CountAlive() == 0, s_patience);
    }

    // It has no handlers yet, and is only disposed.
    [Fact]
    public async Task A_circuit_that_closes_before_its_components_start_leaves_no_call_unanswered()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddScoped<IJSRuntime, SilentBrowser>();
        UnansweredCalls.Add(services);
        await using var provider = services.BuildServiceProvider();
        Task call;

        await using (var circuit = provider.CreateAsyncScope())
        {
            call = circuit.ServiceProvider.GetRequiredService<IJSRuntime>().InvokeVoidAsync("attach").AsTask();
            Assert.False(call.IsCompleted);
        }

        await Assert.ThrowsAsync<TaskCanceledException>(() => call.WaitAsync(s_patience));
    }

    private sealed class SilentBrowser : JSRuntime
    {
        protected override void BeginInvokeJS(long taskId, string identifier, string? argsJson, JSCallResultType resultType, long targetInstanceId)
        {
        }

        protected override void EndInvokeDotNet(DotNetInvocationInfo invocationInfo, in DotNetInvocationResult invocationResult)
        {
        }
    }

    /// <summary>Asks something of every browser that has just gone.</summary>
    private sealed class CallsInPassing(OpenedCircuits circuits, IJSRuntime script) : CircuitHandler
    {
        public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            circuits.Add(circuit);
            return Task.CompletedTask;
        }

        public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            _ = script.InvokeVoidAsync("focus").AsTask();
            return Task.CompletedTask;
        }
    }

    private sealed class OpenedCircuits
    {
        private readonly ConcurrentQueue<WeakReference> _circuits = new();

        public int Opened => _circuits.Count;

        public void Add(Circuit circuit) => _circuits.Enqueue(new WeakReference(circuit));

        public int CountAlive()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return _circuits.Count(circuit => circuit.IsAlive);
        }
    }
}
