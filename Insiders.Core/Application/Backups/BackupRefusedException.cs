using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>Thrown when a file cannot be restored; nothing has been replaced.</summary>
/// <param name="problem">Why.</param>
/// <param name="inner">The cause, if another exception is behind it.</param>
public sealed class BackupRefusedException(Problem problem, Exception? inner = null) : Exception(problem.Sentence, inner), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem => problem;
}
