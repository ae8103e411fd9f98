using System.Threading.Channels;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Hosting.Runs;

/// <summary>Does what a publication asks for, then computes the analyses of the published run, so that pages find them: at start, after a publication, after an edit.</summary>
public sealed class AnalysisWorker(
    PublishedRunCache runs, IEnumerable<IPublicationFollower> followers, StoreRetry retry, RunAnalysisService analyses, AnalysisCatalog catalog, AnalysisBroadcaster broadcaster, RunStatusBroadcaster runStatus, StartupGate firstPage, TimeProvider time, ILogger<AnalysisWorker> log)
    : EnduringService(time, log)
{
    private readonly BackgroundThreads _threads = new("analyses");

    /// <inheritdoc/>
    public override void Dispose()
    {
        _threads.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await firstPage.WaitAsync(stoppingToken);

        // However much changes while the worker computes, it looks once more.
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        runs.Changed += Note;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var watching = WatchAsync(changes.Writer, stop.Token);
        try
        {
            await foreach (var _ in changes.Reader.ReadAllAsync(stoppingToken))
            {
                await PrepareAsync(stoppingToken);
            }
        }
        finally
        {
            runs.Changed -= Note;
            await stop.CancelAsync();
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Note() => changes.Writer.TryWrite(true);
    }

    private async Task WatchAsync(ChannelWriter<bool> changes, CancellationToken stoppingToken)
    {
        await foreach (var status in runStatus.WatchAsync(stoppingToken))
        {
            if (status is not RunStatus.Busy)
            {
                changes.TryWrite(true);
            }
        }
    }

    private async Task PrepareAsync(CancellationToken stoppingToken)
    {
        if (await runs.FindAsync(stoppingToken) is not { } run)
        {
            return;
        }

        foreach (var follower in followers)
        {
            await retry.UntilAnsweredAsync(() => follower.FollowAsync(run, stoppingToken), stoppingToken);
        }

        try
        {
            foreach (var (place, analysis) in catalog.All.Index())
            {
                broadcaster.Post(new(analysis.Key, 0, place + 1, catalog.All.Length));
                await PrepareAsync(analysis, run, stoppingToken);
            }
        }
        finally
        {
            broadcaster.Post(AnalysisState.Idle);
        }
    }

    private async Task PrepareAsync(RunAnalysis analysis, PublishedRun run, CancellationToken stoppingToken)
    {
        try
        {
            await _threads.RunAsync(
                async () =>
                {
                    await analyses.PrepareAsync(analysis, run, stoppingToken);
                    return true;
                },
                stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The page that needs it computes it once more and shows the failure; the other analyses do not wait for that.
            Log.LogError(failure, "The analysis {Key} of run {Run} failed.", analysis.Key, run.Run.Run.Id);
        }
    }
}
