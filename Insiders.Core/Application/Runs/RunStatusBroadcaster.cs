namespace Insiders.Core.Application.Runs;

/// <summary>What the worker of runs is at.</summary>
public sealed class RunStatusBroadcaster() : Broadcaster<RunStatus>(new RunStatus.Idle())
{
    /// <summary>What was published since the process started.</summary>
    public PublicationBroadcaster Publications { get; } = new();
}
