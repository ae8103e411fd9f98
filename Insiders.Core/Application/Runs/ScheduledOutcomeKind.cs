namespace Insiders.Core.Application.Runs;

/// <summary>What can happen when the schedule triggers.</summary>
public enum ScheduledOutcomeKind
{
    /// <summary>A run was started.</summary>
    Started,

    /// <summary>Skipped because ledger and recipe were those of the last successful run.</summary>
    Unchanged,

    /// <summary>Skipped because there were no sales.</summary>
    EmptyLedger,

    /// <summary>No run could be started; the application log says why.</summary>
    Failed,
}
