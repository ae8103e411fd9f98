using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>A file that cannot be restored. Nothing was replaced.</summary>
/// <param name="problem">Why.</param>
/// <param name="inner">The failure underneath, if there was one.</param>
public sealed class BackupRefusedException(Problem problem, Exception? inner = null) : Exception(problem.Sentence, inner), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem => problem;
}
