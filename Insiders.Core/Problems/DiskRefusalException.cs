namespace Insiders.Core.Problems;

/// <summary>The disk does not take what is about to be written; nothing was begun.</summary>
/// <param name="problem">Why.</param>
public sealed class DiskRefusalException(Problem problem) : IOException(problem.Sentence), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem { get; } = problem;

    /// <summary>Less is free than will be needed.</summary>
    /// <param name="neededBytes">An estimate.</param>
    /// <param name="freeBytes">What is there.</param>
    public static DiskRefusalException NoRoom(long neededBytes, long freeBytes)
        => new(Problem.Of(ProblemCode.NoRoom, ProblemValue.Bytes(neededBytes), ProblemValue.Bytes(freeBytes)));
}
