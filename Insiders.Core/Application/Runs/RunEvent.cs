namespace Insiders.Core.Application.Runs;

/// <summary>The kinds of events in a run's log.</summary>
public enum RunEvent
{
    /// <summary>The run was requested.</summary>
    Queued,

    /// <summary>The worker started it.</summary>
    Started,

    /// <summary>A stage began; the detail is its name.</summary>
    Stage,

    /// <summary>It ended with a result.</summary>
    Succeeded,

    /// <summary>It was published.</summary>
    Published,

    /// <summary>It ended with an error; the detail says why.</summary>
    Failed,

    /// <summary>A person stopped it.</summary>
    Cancelled,

    /// <summary>The process ended while it ran.</summary>
    Interrupted,
}
