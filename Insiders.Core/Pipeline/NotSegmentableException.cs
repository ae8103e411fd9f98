using Insiders.Core.Problems;

namespace Insiders.Core.Pipeline;

/// <summary>A ledger that a recipe finds no segments in. The message is one sentence for the person who asked.</summary>
/// <param name="problem">What is missing.</param>
public sealed class NotSegmentableException(Problem problem) : Exception(problem.Sentence), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem => problem;
}
