using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;

namespace Insiders.Web.Features.Settings;

/// <summary>Loads the state of runs.</summary>
public sealed class RerunStatusLoader(IRunStore store, SalesLedger ledger, SettingsService settings, ScheduleHistory history, TimeProvider time)
{
    /// <summary>The current state.</summary>
    public async Task<RerunStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ListRunsAsync(cancellationToken);
        var recipe = RecipeJson.Fingerprint(await settings.ReadRecipeAsync(cancellationToken));
        var fingerprint = ledger.Fingerprint().ToString();
        var schedule = await settings.ReadScheduleAsync(cancellationToken);
        var (next, isBroken) = NextOf(schedule);
        var last = await history.FindAsync(cancellationToken);
        return new RerunStatus
        {
            Newest = runs.FirstOrDefault(),
            Repeated = runs.FirstOrDefault(run => run.State == RunState.Succeeded && run.RecipeFingerprint == recipe && run.LedgerFingerprint == fingerprint),
            IsLedgerEmpty = ledger.Imports().Count == 0,
            Schedule = schedule,
            Next = next,
            IsScheduleBroken = isBroken,
            Last = last,
            LastRun = runs.FirstOrDefault(run => run.Id == last?.RunId),
        };
    }

    private (DateTimeOffset? Next, bool IsBroken) NextOf(InstallationSchedule schedule)
    {
        try
        {
            var times = schedule.Next(time.GetUtcNow(), 1);
            return (times.Count == 0 ? null : times[0], false);
        }
        catch (Exception refusal) when (refusal is FormatException or TimeZoneNotFoundException)
        {
            return (null, true);
        }
    }
}
