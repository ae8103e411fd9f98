using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Web.Features.Settings;

namespace Insiders.Web.Worker;

/// <summary>What happens when the schedule's time has come.</summary>
public sealed class ScheduledRuns(RunStore store, SalesLedger ledger, Installation installation, RunDesk desk, ILogger<ScheduledRuns> log)
{
    /// <summary>Who asks for scheduled runs.</summary>
    public const string Requester = "Schedule";

    /// <summary>Starts a run, unless nothing has changed since the last successful one and the schedule says to skip then.</summary>
    /// <returns>The number of the run; null when it was skipped.</returns>
    public async Task<long?> StartAsync(CancellationToken cancellationToken)
    {
        var schedule = await installation.ReadScheduleAsync(cancellationToken);
        var recipe = await installation.ReadRecipeAsync(cancellationToken);
        if (ledger.Imports().Count == 0)
        {
            log.LogInformation("The scheduled run is skipped: the ledger is empty.");
            return null;
        }

        if (schedule.SkipUnchanged)
        {
            var last = (await store.ListRunsAsync(cancellationToken)).FirstOrDefault(run => run.State == RunState.Succeeded);
            if (last is not null && last.LedgerFingerprint == ledger.Fingerprint().ToString() && last.RecipeFingerprint == RecipeJson.Fingerprint(recipe))
            {
                log.LogInformation("The scheduled run is skipped: ledger and recipe are those of run {Run}.", last.Id);
                return null;
            }
        }

        return await desk.StartAsync(recipe, schedule.Publish, Requester, cancellationToken);
    }
}
