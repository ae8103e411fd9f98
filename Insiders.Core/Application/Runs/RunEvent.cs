namespace Insiders.Core.Application.Runs;

/// <summary>What can happen to a run, as its log tells it.</summary>
public enum RunEvent
{
    /// <summary>Somebody asked for it.</summary>
    Queued,

    /// <summary>The worker took it up.</summary>
    Started,

    /// <summary>A stage began; the detail is its name.</summary>
    Stage,

    /// <summary>It ended with a result.</summary>
    Succeeded,

    /// <summary>It became the run that pages show.</summary>
    Published,

    /// <summary>It ended with an error; the detail says why.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,

    /// <summary>The process ended while it ran.</summary>
    Interrupted,
}
