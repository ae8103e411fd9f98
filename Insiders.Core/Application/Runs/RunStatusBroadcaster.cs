namespace Insiders.Core.Application.Runs;

/// <summary>Publishes the state of the run worker.</summary>
public sealed class RunStatusBroadcaster() : Broadcaster<RunStatus>(new RunStatus.Idle())
{
    /// <summary>Announces publications since the process started.</summary>
    public PublicationBroadcaster Publications { get; } = new();
}
