using Insiders.Core.Problems;

namespace Insiders.Core.Application.Runs;

/// <summary>A run is not in the state, or not there, that a change needs: somebody was faster.</summary>
public sealed class RunChangedException(string message) : InvalidOperationException(message), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem { get; } = Problem.Of(ProblemCode.RunChanged);
}
