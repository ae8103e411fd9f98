using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Web.Setup;

namespace Insiders.Web.Hosting.Data;

/// <summary>Repairs and prepares the data before the worker takes its first run. Idempotent.</summary>
public sealed class StartupRecovery(SalesLedger ledger, IRunStore store, IImportStore records, ImportRegistry registry, IImportJobStore jobs, RunQueue queue, IRunLog runLog, InitialImport first, SetupOptions setup, SettingsService settings, RunStatusBroadcaster runStatus, TimeProvider time, ILogger<StartupRecovery> log)
{
    /// <summary>Maximum number of automatic restarts of a run, so that a run that crashes the process does not do so for ever.</summary>
    private const int MostRestarts = 5;

    /// <summary>Marks runs that a crash interrupted, loads the initial sales and queues pending runs.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        // Comes first, so that no run is shown as running when it is not, even if the rest fails.
        await MarkCutOffAsync(cancellationToken);
        await LoadSalesAsync(cancellationToken);
        await RestartOrderedAsync(cancellationToken);
        var runs = await store.ListRunsAsync(cancellationToken);
        foreach (var run in runs.Where(run => run.State == RunState.Queued).OrderBy(run => run.Id))
        {
            queue.Resume(new RunRequest(run.Id));
        }

        // An unattended start without a published or queued run needs its first run, or needs it again.
        if (setup is { IsUnattended: true, Ledger: not null } && !runs.Any(run => run.IsPublished || run.State == RunState.Queued))
        {
            await queue.EnqueueAsync(await settings.ReadRecipeAsync(cancellationToken), Actor.Program.Name, cancellationToken);
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

        log.LogWarning("Runs in progress when the process ended, now marked as interrupted: {Count}.", cutOff.Length);
    }

    /// <summary>Restarts interrupted runs that were to be published, because the request was for a result, not for one attempt.</summary>
    private async Task RestartOrderedAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ListRunsAsync(cancellationToken);
        foreach (var run in runs.Where(run => run is { State: RunState.Interrupted, PublishWhenDone: true } && !runs.Any(other => other.RestartOf == run.Id)).OrderBy(run => run.Id))
        {
            if (AttemptsOf(run, runs) > MostRestarts)
            {
                log.LogError("Run {Run} was interrupted like the {Count} attempts before it and is not restarted: start it again on its page.", run.Id, MostRestarts);
                continue;
            }

            var recipe = (await store.FindRunAsync(run.Id, cancellationToken))!.Recipe;
            var again = await queue.EnqueueAsync(recipe, run.RequestedBy, cancellationToken, publish: true, restartOf: run.Id);
            log.LogInformation("Run {Run} was interrupted and is to be published: run {Again} replaces it.", run.Id, again);
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
                // Disk errors are retried; a file that is not a ledger will not become one.
                throw problem.Code is ProblemCode.DiskFull or ProblemCode.NoRoom or ProblemCode.FileAccess ? new DiskRefusalException(problem) : new NotALedgerException(problem);
            }

            return;
        }

        // An import interrupted before it was recorded is left to the import worker, because its job says who requested it.
        var cutOff = (await jobs.ListAsync(cancellationToken)).Where(job => job.State == ImportJobState.Running).ToArray();
        foreach (var import in imports.Where(import => !cutOff.Any(job => job.FileName == import.FileName && import.ImportedAt >= job.UploadedAt)))
        {
            await registry.RecordAsync(import, Actor.Program.Name, cancellationToken);
        }
    }
}
