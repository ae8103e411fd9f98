using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;

namespace Insiders.Web.Features.Settings;

/// <summary>How runs stand: what the page of settings says on top.</summary>
public sealed record RerunStatus
{
    /// <summary>The newest run; null when there is none.</summary>
    public required RunSummary? Newest { get; init; }

    /// <summary>The newest successful run that another one now would only repeat: same ledger, same recipe; null when it would be another.</summary>
    public required RunSummary? Repeated { get; init; }

    /// <summary>True when there are no sales to run over.</summary>
    public required bool IsLedgerEmpty { get; init; }

    /// <summary>When runs start by themselves.</summary>
    public required InstallationSchedule Schedule { get; init; }

    /// <summary>The next time, in the schedule's time zone; null when it is off, or there is none.</summary>
    public required DateTimeOffset? Next { get; init; }

    /// <summary>True when the schedule cannot be read, so that nothing starts by itself.</summary>
    public required bool IsScheduleBroken { get; init; }

    /// <summary>What became of the schedule's last time; null when there was none.</summary>
    public required ScheduledOutcome? Last { get; init; }

    /// <summary>The run that was started then; null when none was, or it is gone.</summary>
    public required RunSummary? LastRun { get; init; }

    /// <summary>True while the newest run waits or is computed.</summary>
    public bool IsBusy => Newest?.State is RunState.Queued or RunState.Running;
}
