namespace Insiders.Core.Application.Runs;

/// <summary>The state of a run. Only a succeeded run can be published.</summary>
public enum RunState
{
    /// <summary>Waiting for the worker.</summary>
    Queued,

    /// <summary>Being computed.</summary>
    Running,

    /// <summary>Ended with a result.</summary>
    Succeeded,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Stopped by a person.</summary>
    Cancelled,

    /// <summary>The process ended while it ran.</summary>
    Interrupted,
}
