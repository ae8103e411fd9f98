namespace Insiders.Core.Problems;

/// <summary>Thrown when the disk cannot hold what is about to be written; nothing has been started.</summary>
/// <param name="problem">Why.</param>
public sealed class DiskRefusalException(Problem problem) : IOException(problem.Sentence), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem { get; } = problem;

    /// <summary>The disk has less free space than the work needs.</summary>
    /// <param name="neededBytes">Estimated need.</param>
    /// <param name="freeBytes">Free space.</param>
    public static DiskRefusalException NoRoom(long neededBytes, long freeBytes)
        => new(Problem.Of(ProblemCode.NoRoom, ProblemValue.Bytes(neededBytes), ProblemValue.Bytes(freeBytes)));
}
