namespace Insiders.Web.Hosting.Runs;

/// <summary>What the worker of runs is at.</summary>
public sealed class WorkBoard() : Board<WorkState>(new WorkState.Idle())
{
    /// <summary>What was published since the process started.</summary>
    public PublicationBoard Publications { get; } = new();
}
