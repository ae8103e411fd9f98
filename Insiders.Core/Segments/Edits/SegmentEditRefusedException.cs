using Insiders.Core.Problems;

namespace Insiders.Core.Segments.Edits;

/// <summary>An edit that cannot be: somebody else was faster, or two segments would have one name.</summary>
public sealed class SegmentEditRefusedException(Problem problem) : Exception(problem.Sentence), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem { get; } = problem;
}
