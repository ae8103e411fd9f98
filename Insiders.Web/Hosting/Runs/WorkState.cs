using Insiders.Core.Pipeline;
using Insiders.Core.Problems;

namespace Insiders.Web.Hosting.Runs;

/// <summary>What the background worker is at.</summary>
public abstract record WorkState
{
    private WorkState()
    {
    }

    /// <summary>Nothing to do.</summary>
    public sealed record Idle : WorkState;

    /// <summary>The last thing failed; nothing is going on.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Failed(Problem Reason) : WorkState;

    /// <summary>At work.</summary>
    public abstract record Busy : WorkState;

    /// <summary>The generated shop is being loaded.</summary>
    public sealed record LoadingDemo : Busy;

    /// <summary>A run is being computed.</summary>
    /// <param name="RunId">Which.</param>
    /// <param name="Progress">How far; null before the first report.</param>
    public sealed record Running(long RunId, RunProgress? Progress) : Busy;

    /// <summary>A run's result is being saved and published.</summary>
    /// <param name="RunId">Which.</param>
    public sealed record Saving(long RunId) : Busy;
}
