using Insiders.Core.Application.Access;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;

namespace Insiders.Web.Hosting.Runs;

/// <summary>Starts or skips a run when the schedule triggers.</summary>
public sealed class ScheduledRuns(IRunStore store, SalesLedger ledger, SettingsService settings, RunService service, ScheduleHistory history, ILogger<ScheduledRuns> log)
{
    /// <summary>Starts a run, unless nothing has changed since the last successful one and the schedule says to skip in that case. The outcome is recorded.</summary>
    /// <returns>The number of the run; null when it was skipped.</returns>
    public async Task<long?> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (kind, runId) = await TryAsync(cancellationToken);
            await history.NoteAsync(kind, runId, cancellationToken);
            return runId;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The scheduled run could not be started.");
            await history.NoteAsync(ScheduledOutcomeKind.Failed, null, CancellationToken.None);
            throw;
        }
    }

    private async Task<(ScheduledOutcomeKind Kind, long? RunId)> TryAsync(CancellationToken cancellationToken)
    {
        var schedule = await settings.ReadScheduleAsync(cancellationToken);
        var recipe = await settings.ReadRecipeAsync(cancellationToken);
        if (ledger.Imports().Count == 0)
        {
            log.LogInformation("The scheduled run is skipped: the ledger is empty.");
            return (ScheduledOutcomeKind.EmptyLedger, null);
        }

        if (schedule.SkipUnchanged)
        {
            var last = (await store.ListRunsAsync(cancellationToken)).FirstOrDefault(run => run.State == RunState.Succeeded);
            if (last is not null && last.LedgerFingerprint == ledger.Fingerprint().ToString() && last.RecipeFingerprint == RecipeJson.Fingerprint(recipe))
            {
                log.LogInformation("The scheduled run is skipped: ledger and recipe are those of run {Run}.", last.Id);
                return (ScheduledOutcomeKind.Unchanged, null);
            }
        }

        return (ScheduledOutcomeKind.Started, (await service.StartAsync(Actor.Schedule, recipe, schedule.Publish, cancellationToken)).Value);
    }
}
