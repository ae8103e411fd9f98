using Insiders.Core.Pipeline;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Runs;

/// <summary>What the background worker is doing.</summary>
public abstract record RunStatus
{
    private RunStatus()
    {
    }

    /// <summary>Nothing to do.</summary>
    public sealed record Idle : RunStatus;

    /// <summary>Idle after a failure.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(Problem Reason) : RunStatus;

    /// <summary>At work.</summary>
    public abstract record Busy : RunStatus;

    /// <summary>The generated shop is being loaded.</summary>
    public sealed record LoadingDemo : Busy;

    /// <summary>A run is being computed.</summary>
    /// <param name="RunId">The run.</param>
    /// <param name="Progress">Its progress; null before the first report.</param>
    public sealed record Running(long RunId, RunProgress? Progress) : Busy;

    /// <summary>A run's result is being saved and published.</summary>
    /// <param name="RunId">The run.</param>
    public sealed record Saving(long RunId) : Busy;
}
