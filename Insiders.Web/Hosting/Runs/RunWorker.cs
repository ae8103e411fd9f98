using System.Globalization;
using Insiders.Core.Application;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Learning;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Hosting.Runs;

/// <summary>Computes queued runs one after the other, independently of open pages.</summary>
public sealed class RunWorker(
    SalesLedger ledger, IRunStore store, Lazy<MethodCatalog> methods, IRunSales sales, RunQueue queue, StartupRecovery start, StartupGate firstPage, CurrentRun current, WorkGate gate, RunPreconditions preconditions, StoreRetry retry,
    IRunLog runLog, RunStatusBroadcaster runStatus, TimeProvider time, ILogger<RunWorker> log)
    : EnduringService(time, log)
{
    private static readonly string s_versions = string.Create(CultureInfo.InvariantCulture, $"Insiders {ProductVersion.Text}, .NET {Environment.Version}");

    private readonly BackgroundThreads _threads = new("run");

    /// <inheritdoc/>
    public override void Dispose()
    {
        _threads.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        // The preparation may take a while.
        await firstPage.WaitAsync(stoppingToken);
        await PrepareAsync(stoppingToken);
        await foreach (var request in queue.ReadAllAsync(stoppingToken))
        {
            runStatus.Post(await ComputeAsync(request, stoppingToken));
        }
    }

    private async Task PrepareAsync(CancellationToken stoppingToken)
    {
        try
        {
            await retry.UntilAnsweredAsync(() => ShownAsync(() => start.PrepareAsync(stoppingToken)), stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.LogError(failure, "The data folder could not be prepared.");
            runStatus.Post(new RunStatus.Failed(Problem.Of(failure)));
        }
    }

    private async Task<RunStatus> ComputeAsync(RunRequest request, CancellationToken stoppingToken)
    {
        var id = request.RunId;
        using var way = await gate.EnterAsync(stoppingToken);
        if (await retry.UntilAnsweredAsync(() => store.FindRunAsync(id, stoppingToken), stoppingToken) is not { Summary.State: RunState.Queued } run)
        {
            return runStatus.Current is RunStatus.Failed failed ? failed : new RunStatus.Idle();
        }

        using var activity = Telemetry.Source.StartActivity("run");
        activity?.SetTag("insiders.run", id);
        var started = Time.GetTimestamp();
        try
        {
            var token = current.Begin(id, stoppingToken).Token;
            runStatus.Post(new RunStatus.Running(id, null));
            var (state, outcome) = await ComputeAsync(run, token, stoppingToken);
            activity?.SetTag("insiders.outcome", outcome);
            Telemetry.Runs.Add(1, KeyValuePair.Create("outcome", (object?)outcome));
            Telemetry.RunSeconds.Record(Time.GetElapsedTime(started).TotalSeconds, KeyValuePair.Create("outcome", (object?)outcome));
            return state;
        }
        finally
        {
            current.End();
        }
    }

    private async Task<(RunStatus State, string Outcome)> ComputeAsync(RunDetails run, CancellationToken token, CancellationToken stoppingToken)
    {
        var id = run.Summary.Id;
        try
        {
            await preconditions.CheckAsync(token);
            var fingerprint = ledger.Fingerprint().ToString();
            await retry.UntilAnsweredAsync(() => ShownAsync(() => store.StartRunAsync(id, fingerprint, s_versions, Time.GetUtcNow(), token)), token);
            runLog.Add(id, RunEvent.Started);
            var result = await _threads.RunAsync(() => RunAsync(run.Recipe, fingerprint, new Progress(runStatus, runLog, id), token), token);
            runStatus.Post(new RunStatus.Saving(id));
            await SaveAsync(run.Summary, result, token);
            Log.LogInformation("Run {Run}: {Customers} customers in {Segments} segments, silhouette {Silhouette:F4}.", id, result.Features.Customers, result.Segments.Length, result.Silhouette);
            return (new RunStatus.Idle(), "succeeded");
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping: record it now, not at the next start.
            await InterruptAsync(id);
            return (new RunStatus.Idle(), "interrupted");
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            Log.LogInformation("Run {Run} was cancelled.", id);
            return (new RunStatus.Idle(), "cancelled");
        }
        catch (Exception failure)
        {
            return await FailAsync(id, failure, stoppingToken) ? (new RunStatus.Failed(Problem.Of(failure)), "failed") : (new RunStatus.Idle(), "cancelled");
        }
    }

    /// <summary>Saves the result and, in the same transaction, publishes it if that was requested or nothing is published yet.</summary>
    private async Task SaveAsync(RunSummary run, SegmentationResult result, CancellationToken token)
    {
        // Minutes of work are not discarded because another program has locked the database; a full disk, however, will not free itself.
        var (publishes, replaces) = await retry.UntilAnsweredAsync(
            async () =>
            {
                var isFirst = await store.FindPublishedAsync(token) is null;
                var wanted = run.PublishWhenDone || isFirst;
                await store.FinishRunAsync(run.Id, result, Time.GetUtcNow(), token, wanted ? run.RequestedBy : null);
                return (wanted, !isFirst);
            },
            token,
            StoreRefusal.IsBusy);
        runLog.Add(run.Id, RunEvent.Succeeded);
        if (publishes)
        {
            runLog.Add(run.Id, RunEvent.Published, run.RequestedBy);
            if (replaces)
            {
                runStatus.Publications.Announce(run.Id, run.RequestedBy);
            }
        }
    }

    private async Task InterruptAsync(long id)
    {
        runLog.Add(id, RunEvent.Interrupted);
        Log.LogWarning("Run {Run} was interrupted: the process is stopping.", id);
        try
        {
            await store.MarkInterruptedAsync(Time.GetUtcNow(), CancellationToken.None);
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            Log.LogError(refusal, "The interruption could not be stored; the next start does that.");
        }
    }

    /// <summary>Shows a failure at once and stores it as soon as the store answers.</summary>
    /// <returns>False when the run was cancelled in the meantime, which the store has already recorded.</returns>
    private async Task<bool> FailAsync(long id, Exception failure, CancellationToken stoppingToken)
    {
        var problem = Problem.Of(failure);
        if (await retry.UntilAnsweredAsync(() => store.FindRunAsync(id, stoppingToken), stoppingToken) is { Summary.State: RunState.Cancelled })
        {
            return false;
        }

        Log.LogError(failure, "Run {Run} failed.", id);
        runLog.Add(id, RunEvent.Failed, problem.ToText());
        runStatus.Post(new RunStatus.Failed(problem));
        return await retry.UntilAnsweredAsync(
            async () =>
            {
                if (await store.FindRunAsync(id, stoppingToken) is { Summary.State: RunState.Queued or RunState.Running })
                {
                    await store.FailRunAsync(id, problem, Time.GetUtcNow(), stoppingToken);
                }

                return true;
            },
            stoppingToken);
    }

    /// <summary>Runs a store operation and shows its failure on pages, so that people see why nothing happens.</summary>
    private async Task ShownAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            if (runStatus.Current is RunStatus.Failed)
            {
                runStatus.Post(new RunStatus.Idle());
            }
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            runStatus.Post(new RunStatus.Failed(Problem.Of(refusal)));
            throw;
        }
    }

    private async Task<SegmentationResult> RunAsync(Recipe recipe, string fingerprint, IProgress<RunProgress> progress, CancellationToken cancellationToken)
    {
        // Opened on a background thread, so that the database engine's own threads get the low priority too.
        using var session = ledger.Open(_threads.MaximumConcurrencyLevel);
        var isSameLedger = ledger.Fingerprint().ToString() == fingerprint;
        var result = await SegmentationPipeline.RunAsync(session, recipe, _threads.MaximumConcurrencyLevel, progress, cancellationToken, methods.Value);
        if (isSameLedger)
        {
            // An import that ended just before the session was opened would be in the run but not in the fingerprint.
            sales.Keep(session, fingerprint, recipe.Cleaning, cancellationToken);
        }

        return result;
    }

    /// <summary>Forwards progress at once and in order, no more often than a page can show it.</summary>
    private sealed class Progress(RunStatusBroadcaster runStatus, IRunLog runLog, long runId) : IProgress<RunProgress>
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
                runStatus.Post(new RunStatus.Running(runId, value));
            }
        }
    }
}
