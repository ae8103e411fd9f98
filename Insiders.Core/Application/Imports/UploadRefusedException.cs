using Insiders.Core.Problems;

namespace Insiders.Core.Application.Imports;

/// <summary>A file that is not taken. Nothing of it stays.</summary>
/// <param name="problem">Why.</param>
public sealed class UploadRefusedException(Problem problem) : Exception(problem.Sentence), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem { get; } = problem;
}
