using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Web.Setup;

namespace Insiders.Web.Hosting.Data;

/// <summary>What is mended and prepared before the worker takes its first run. Done again, it does no harm.</summary>
public sealed class StartupRecovery(SalesLedger ledger, IRunStore store, IImportStore records, ImportRegistry registry, IImportJobStore jobs, RunQueue queue, IRunLog runLog, InitialImport first, SetupOptions setup, RunStatusBroadcaster runStatus, TimeProvider time, ILogger<StartupRecovery> log)
{
    /// <summary>How often a run is taken up again by itself: one that takes the process down with it must not do so for ever.</summary>
    private const int MostRestarts = 5;

    /// <summary>Marks what a crash left running, and loads and queues what is ordered.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // First of all: whatever else fails, no run claims to be running that is not.
        await MarkCutOffAsync(cancellationToken);
        await LoadSalesAsync(cancellationToken);
        await RestartOrderedAsync(cancellationToken);
        var runs = await store.ListRunsAsync(cancellationToken);
        foreach (var run in runs.Where(run => run.State == RunState.Queued).OrderBy(run => run.Id))
        {
            queue.Resume(new RunRequest(run.Id));
        }

        // An unattended start with nothing to show and nothing on its way: the first run, or the first run again.
        if (setup is { IsUnattended: true, Ledger: not null } && !runs.Any(run => run.IsPublished || run.State == RunState.Queued))
        {
            await queue.EnqueueAsync(Recipe.Study, Actor.Program.Name, cancellationToken);
        }
    }

    private async Task MarkCutOffAsync(CancellationToken cancellationToken)
    {
        var cutOff = (await store.ListRunsAsync(cancellationToken)).Where(run => run.State == RunState.Running).ToArray();
        if (cutOff.Length == 0)
        {
            return;
        }

        await store.MarkInterruptedAsync(time.GetUtcNow(), cancellationToken);
        foreach (var run in cutOff)
        {
            runLog.Add(run.Id, RunEvent.Interrupted);
        }

        log.LogWarning("Runs that were going on when the process ended, now marked as interrupted: {Count}.", cutOff.Length);
    }

    /// <summary>Takes up again what was interrupted and is ordered to be published: the order was about a result, not about that one attempt.</summary>
    private async Task RestartOrderedAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ListRunsAsync(cancellationToken);
        foreach (var run in runs.Where(run => run is { State: RunState.Interrupted, PublishWhenDone: true } && !runs.Any(other => other.RestartOf == run.Id)).OrderBy(run => run.Id))
        {
            if (AttemptsOf(run, runs) > MostRestarts)
            {
                log.LogError("Run {Run} was interrupted as often as the {Count} before it, and is not taken up again: start it anew on its page.", run.Id, MostRestarts);
                continue;
            }

            var recipe = (await store.FindRunAsync(run.Id, cancellationToken))!.Recipe;
            var again = await queue.EnqueueAsync(recipe, run.RequestedBy, cancellationToken, publish: true, restartOf: run.Id);
            log.LogInformation("Run {Run} was interrupted and is to be published: run {Again} takes its place.", run.Id, again);
        }
    }

    private static int AttemptsOf(RunSummary run, IReadOnlyList<RunSummary> runs)
    {
        var attempts = 1;
        for (var before = run.RestartOf; before is not null; before = runs.FirstOrDefault(other => other.Id == before)?.RestartOf)
        {
            attempts++;
        }

        return attempts;
    }

    private async Task LoadSalesAsync(CancellationToken cancellationToken)
    {
        var imports = ledger.Imports();
        if (setup is { IsUnattended: true, Ledger: { } wanted } && imports.Count == 0 && (await records.ListImportsAsync(cancellationToken)).IsEmpty)
        {
            runStatus.Post(new RunStatus.LoadingDemo());
            var problem = wanted == SetupOptions.Demo ? await first.LoadDemoAsync(Actor.Program, cancellationToken)
                : (await first.LoadAsync(Actor.Program, wanted, Path.GetFileName(wanted), cancellationToken)).Problem;
            if (problem is not null)
            {
                // What the disk refuses is tried again; a file that is no ledger stays one.
                throw problem.Code is ProblemCode.DiskFull or ProblemCode.NoRoom or ProblemCode.FileAccess ? new DiskRefusalException(problem) : new NotALedgerException(problem);
            }

            return;
        }

        // One that a kill cut off before it was on record is left to the worker of imports: its job says who asked for it.
        var cutOff = (await jobs.ListAsync(cancellationToken)).Where(job => job.State == ImportJobState.Running).ToArray();
        foreach (var import in imports.Where(import => !cutOff.Any(job => job.FileName == import.FileName && import.ImportedAt >= job.UploadedAt)))
        {
            await registry.RecordAsync(import, Actor.Program.Name, cancellationToken);
        }
    }
}
