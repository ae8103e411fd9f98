using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Web.Features.Overview;
using Insiders.Web.Navigation;
using Insiders.Web.Setup;

namespace Insiders.Web.Hosting;

/// <summary>Loads the published run ahead of requests, at start and whenever another run is published.</summary>
public sealed class WarmupService(
    PublishedRunCache cache, OverviewLoader overview, PagePrerenderer pages, SetupState setup, StartupGate firstPage, RunStatusBroadcaster runStatus, TimeProvider time, ILogger<WarmupService> log) : EnduringService(time, log)
{
    /// <summary>How long the first page has the processors to itself, until it is sent, rendered and connected.</summary>
    private static readonly TimeSpan s_breath = TimeSpan.FromSeconds(2);

    private Task? _first;

    /// <summary>Starts loading while the site is still being composed, so that both use a processor.</summary>
    public void Begin() => _first = Task.Run(async () =>
    {
        // Every page request checks the set-up first, which is the first to query the accounts.
        var accounts = Task.Run(() => WarmAsync(() => setup.FindStepAsync(CancellationToken.None)));
        _ = Task.Run(() => pages.RenderAsync("/"));
        var figures = await WarmAsync(() => overview.ReadAsync(AddressQuery.Empty, CancellationToken.None));
        await accounts;
        if (figures is not null)
        {
            await Task.Delay(s_breath, Time);
        }

        firstPage.SetReady();
        if (await WarmAsync(LoadAsync) is { } published)
        {
            _ = RenderAsync(published);
        }
    });

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await (_first ?? Task.CompletedTask).WaitAsync(stoppingToken);
        await foreach (var work in runStatus.WatchAsync(stoppingToken))
        {
            if (work is not RunStatus.Busy)
            {
                await WarmAsync(() => overview.ReadAsync(AddressQuery.Empty, stoppingToken));
                await WarmAsync(LoadAsync);
            }
        }
    }

    /// <summary>Prerenders the most complex pages.</summary>
    private async Task RenderAsync(PublishedRun published)
    {
        if (published is { Customers.Count: > 0, Run.Segments.Length: > 0 })
        {
            foreach (var address in new[] { Links.Segment(published.Run.Segments[0].SegmentId), Links.Customer(published.Customers.Ids[0]), "/customers", "/map", "/explore" })
            {
                await pages.RenderAsync(address);
            }
        }
    }

    private async Task<PublishedRun?> LoadAsync()
    {
        var published = await cache.FindAsync(CancellationToken.None);
        await (published?.Sales?.LoadAsync(CancellationToken.None) ?? Task.CompletedTask);
        return published;
    }

    private async Task<T?> WarmAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The page itself reports the failure; loading ahead only saves time.
            Log.LogWarning(failure, "The data that every page needs could not be loaded ahead.");
            return default;
        }
    }
}
