namespace Insiders.Web.Worker;

/// <summary>What the worker of runs is at.</summary>
public sealed class WorkBoard() : Board<WorkState>(new WorkState.Idle());
