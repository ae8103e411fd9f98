using Insiders.Core.Problems;

namespace Insiders.Core.Application.Runs;

/// <summary>Thrown when a run is missing or not in the state a change needs, usually because someone else changed it first.</summary>
public sealed class RunChangedException(string message) : InvalidOperationException(message), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem { get; } = Problem.Of(ProblemCode.RunChanged);
}
