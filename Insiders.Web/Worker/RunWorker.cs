using System.Globalization;
using Insiders.Core.Analysis;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Web.Shared.Exports;

namespace Insiders.Web.Worker;

/// <summary>Computes queued runs one after the other, whoever is looking.</summary>
public sealed class RunWorker(
    SalesLedger ledger, RunStore store, RunSalesFolder sales, RunQueue queue, FirstStart start, FirstPage firstPage, CurrentRun current, RunLog runLog, WorkBoard board, TimeProvider time, ILogger<RunWorker> log)
    : BackgroundService
{
    private static readonly string s_versions = string.Create(CultureInfo.InvariantCulture, $"Insiders {RunFile.ProgramVersion}, .NET {Environment.Version}");

    private readonly BackgroundThreads _threads = new("run");

    /// <inheritdoc/>
    public override void Dispose()
    {
        _threads.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The pages answer first; what follows may take a while.
        await Task.Yield();
        await firstPage.WaitAsync(stoppingToken);
        try
        {
            await start.PrepareAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The data folder could not be prepared.");
            board.Post(new WorkState.Failed(Problem.Of(failure)));
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
            return board.Current is WorkState.Failed failed ? failed : new WorkState.Idle();
        }

        using var activity = Telemetry.Source.StartActivity("run");
        activity?.SetTag("insiders.run", id);
        var started = time.GetTimestamp();
        var token = current.Begin(id, stoppingToken).Token;
        board.Post(new WorkState.Running(id, null));
        var (state, outcome) = await ComputeAsync(run, token, stoppingToken);
        current.End();
        activity?.SetTag("insiders.outcome", outcome);
        Telemetry.Runs.Add(1, KeyValuePair.Create("outcome", (object?)outcome));
        Telemetry.RunSeconds.Record(time.GetElapsedTime(started).TotalSeconds, KeyValuePair.Create("outcome", (object?)outcome));
        return state;
    }

    private async Task<(WorkState State, string Outcome)> ComputeAsync(RunDetails run, CancellationToken token, CancellationToken stoppingToken)
    {
        var id = run.Summary.Id;
        try
        {
            var fingerprint = ledger.Fingerprint().ToString();
            await store.StartRunAsync(id, fingerprint, s_versions, time.GetUtcNow(), token);
            runLog.Add(id, RunEvent.Started);
            var result = await _threads.RunAsync(() => RunAsync(run.Recipe, fingerprint, new Progress(board, runLog, id), token), token);
            board.Post(new WorkState.Saving(id));
            await store.FinishRunAsync(id, result, time.GetUtcNow(), token);
            runLog.Add(id, RunEvent.Succeeded);
            if (await queue.PublishesAsync(id, stoppingToken))
            {
                await store.PublishAsync(id, run.Summary.RequestedBy, time.GetUtcNow(), stoppingToken);
                runLog.Add(id, RunEvent.Published, run.Summary.RequestedBy);
                board.Publications.Announce(id, run.Summary.RequestedBy);
            }

            log.LogInformation("Run {Run}: {Customers} customers in {Segments} segments, silhouette {Silhouette:F4}.", id, result.Features.Customers, result.Segments.Length, result.Silhouette);
            return (new WorkState.Idle(), "succeeded");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is going down: say so now, not at the next start.
            await store.MarkInterruptedAsync(time.GetUtcNow(), CancellationToken.None);
            runLog.Add(id, RunEvent.Interrupted);
            log.LogWarning("Run {Run} was interrupted: the process is stopping.", id);
            return (new WorkState.Idle(), "interrupted");
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            log.LogInformation("Run {Run} was cancelled.", id);
            return (new WorkState.Idle(), "cancelled");
        }
        catch (Exception failure)
        {
            // Somebody may have cancelled it between two looks: then the store says so already.
            if (await store.FindRunAsync(id, stoppingToken) is { Summary.State: RunState.Cancelled })
            {
                return (new WorkState.Idle(), "cancelled");
            }

            log.LogError(failure, "Run {Run} failed.", id);
            var problem = Problem.Of(failure);
            await store.FailRunAsync(id, problem, time.GetUtcNow(), stoppingToken);
            runLog.Add(id, RunEvent.Failed, problem.ToText());
            return (new WorkState.Failed(problem), "failed");
        }
    }

    private async Task<SegmentationResult> RunAsync(Recipe recipe, string fingerprint, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        // Opened here, so that the database's own threads step back as well.
        using var session = ledger.Open(_threads.MaximumConcurrencyLevel);
        var isSameLedger = ledger.Fingerprint().ToString() == fingerprint;
        var result = await SegmentationPipeline.RunAsync(session, recipe, _threads.MaximumConcurrencyLevel, progress, cancellationToken);
        if (isSameLedger)
        {
            // An import that ended just before the session was opened is in the run, but not in the fingerprint.
            sales.Keep(session, fingerprint, recipe.Cleaning, cancellationToken);
        }

        return result;
    }

    /// <summary>Passes progress on at once and in order; not more often than a page can show.</summary>
    private sealed class Progress(WorkBoard board, RunLog runLog, long runId) : IProgress<RunProgress>
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

                if (value.Stage != _stage)
                {
                    runLog.Add(runId, RunEvent.Stage, value.Stage.ToString());
                }

                _stage = value.Stage;
                _posted = TimeProvider.System.GetTimestamp();
                board.Post(new WorkState.Running(runId, value));
            }
        }
    }
}
