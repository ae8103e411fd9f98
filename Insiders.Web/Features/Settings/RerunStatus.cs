using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;

namespace Insiders.Web.Features.Settings;

/// <summary>The state of runs, shown at the top of the settings page.</summary>
public sealed record RerunStatus
{
    /// <summary>The newest run; null when there is none.</summary>
    public required RunSummary? Newest { get; init; }

    /// <summary>The newest successful run if a new one would only repeat it with the same ledger and recipe; otherwise null.</summary>
    public required RunSummary? Repeated { get; init; }

    /// <summary>True when there are no sales to segment.</summary>
    public required bool IsLedgerEmpty { get; init; }

    /// <summary>The schedule of runs.</summary>
    public required InstallationSchedule Schedule { get; init; }

    /// <summary>The next scheduled start, in the schedule's time zone; null when the schedule is off or there is none.</summary>
    public required DateTimeOffset? Next { get; init; }

    /// <summary>True when the schedule cannot be read, so that no run starts automatically.</summary>
    public required bool IsScheduleBroken { get; init; }

    /// <summary>The outcome of the schedule's last trigger; null when there was none.</summary>
    public required ScheduledOutcome? Last { get; init; }

    /// <summary>The run it started; null when it started none or the run no longer exists.</summary>
    public required RunSummary? LastRun { get; init; }

    /// <summary>True while the newest run is queued or being computed.</summary>
    public bool IsBusy => Newest?.State is RunState.Queued or RunState.Running;
}
