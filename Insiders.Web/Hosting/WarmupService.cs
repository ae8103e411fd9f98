using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Web.Features.Overview;
using Insiders.Web.Navigation;
using Insiders.Web.Setup;

namespace Insiders.Web.Hosting;

/// <summary>Reads the published base before anybody asks: when the process starts, and whenever something else is published.</summary>
public sealed class WarmupService(
    PublishedRunCache cache, OverviewLoader overview, PagePrerenderer pages, SetupState setup, StartupGate firstPage, RunStatusBroadcaster runStatus, TimeProvider time, ILogger<WarmupService> log) : EnduringService(time, log)
{
    /// <summary>How long whoever opens the first page has the processors: until it is sent, drawn and connected.</summary>
    private static readonly TimeSpan s_breath = TimeSpan.FromSeconds(2);

    private Task? _first;

    /// <summary>Begins while the site is still being put together: one processor does the one, another the other.</summary>
    public void Begin() => _first = Task.Run(async () =>
    {
        // The way to every page leads past the set-up, and it is the first to ask for the accounts.
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

    /// <summary>The pages that are made of most.</summary>
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
            // Whoever opens a page is told; this only would have been quicker.
            Log.LogWarning(failure, "What every page needs could not be read ahead.");
            return default;
        }
    }
}
