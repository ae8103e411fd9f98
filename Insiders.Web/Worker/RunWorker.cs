using System.Globalization;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Web.Shared.Exports;

namespace Insiders.Web.Worker;

/// <summary>Computes queued runs one after the other, whoever is looking.</summary>
public sealed class RunWorker(SalesLedger ledger, RunStore store, RunQueue queue, FirstStart start, WorkBoard board, TimeProvider time, ILogger<RunWorker> log) : BackgroundService
{
    private static readonly string s_versions = string.Create(CultureInfo.InvariantCulture, $"Insiders {RunFile.ProgramVersion}, .NET {Environment.Version}");

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pages answer first; what follows may take a while.
        await Task.Yield();
        try
        {
            await start.PrepareAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The data folder could not be prepared.");
            board.Post(new WorkState.Failed(failure.Message));
        }

        await foreach (var request in queue.ReadAllAsync(stoppingToken))
        {
            board.Post(await ComputeAsync(request, stoppingToken));
        }
    }

    private async Task<WorkState> ComputeAsync(RunRequest request, CancellationToken stoppingToken)
    {
        var id = request.RunId;
        if (await store.FindRunAsync(id, stoppingToken) is not { Summary.State: RunState.Queued } run)
        {
            return new WorkState.Idle();
        }

        board.Post(new WorkState.Running(id, null));
        try
        {
            await store.StartRunAsync(id, ledger.Fingerprint().ToString(), s_versions, time.GetUtcNow(), stoppingToken);
            var result = await Task.Run(() => RunAsync(run.Recipe, new Progress(board, id), stoppingToken), stoppingToken);
            board.Post(new WorkState.Saving(id));
            await store.FinishRunAsync(id, result, time.GetUtcNow(), stoppingToken);
            await store.PublishAsync(id, run.Summary.RequestedBy, time.GetUtcNow(), stoppingToken);
            log.LogInformation("Run {Run}: {Customers} customers in {Segments} segments, silhouette {Silhouette:F4}.", id, result.Features.Customers, result.Segments.Length, result.Silhouette);
            return new WorkState.Idle();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "Run {Run} failed.", id);
            await store.FailRunAsync(id, failure.Message, time.GetUtcNow(), stoppingToken);
            return new WorkState.Failed(failure.Message);
        }
    }

    private async Task<SegmentationResult> RunAsync(Recipe recipe, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        var threads = Environment.ProcessorCount;
        using var session = ledger.Open(threads);
        return await SegmentationPipeline.RunAsync(session, recipe, threads, progress, cancellationToken);
    }

    /// <summary>Passes progress on at once and in order; not more often than a page can show.</summary>
    private sealed class Progress(WorkBoard board, long runId) : IProgress<RunProgress>
    {
        private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
        private readonly Lock _gate = new();
        private SegmentationStage? _stage;
        private long _posted;

        public void Report(RunProgress value)
        {
            lock (_gate)
            {
                if (value.Stage == _stage && TimeProvider.System.GetElapsedTime(_posted) < s_pause)
                {
                    return;
                }

                _stage = value.Stage;
                _posted = TimeProvider.System.GetTimestamp();
                board.Post(new WorkState.Running(runId, value));
            }
        }
    }
}
