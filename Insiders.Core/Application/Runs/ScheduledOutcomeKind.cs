namespace Insiders.Core.Application.Runs;

/// <summary>What can happen when the schedule's time has come.</summary>
public enum ScheduledOutcomeKind
{
    /// <summary>A run was started.</summary>
    Started,

    /// <summary>It was skipped: ledger and recipe were those of the last successful run.</summary>
    Unchanged,

    /// <summary>It was skipped: there were no sales.</summary>
    EmptyLedger,

    /// <summary>No run could be started; the log of the site says why.</summary>
    Failed,
}
