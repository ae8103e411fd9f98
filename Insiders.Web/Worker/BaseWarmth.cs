using Insiders.Web.Features.Overview;
using Insiders.Web.Shared.Address;

namespace Insiders.Web.Worker;

/// <summary>Reads the published base before anybody asks: when the process starts, and whenever something else is published.</summary>
public sealed class BaseWarmth(OverviewQuery overview, WorkBoard board, ILogger<BaseWarmth> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await foreach (var work in board.WatchAsync(stoppingToken))
        {
            if (work is not WorkState.Busy)
            {
                await WarmAsync(stoppingToken);
            }
        }
    }

    private async Task WarmAsync(CancellationToken stoppingToken)
    {
        try
        {
            await overview.ReadAsync(AddressQuery.Empty, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whoever opens a page is told; this only would have been quicker.
            log.LogWarning(failure, "The published base could not be read ahead.");
        }
    }
}
