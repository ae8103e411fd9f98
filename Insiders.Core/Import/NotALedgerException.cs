using Insiders.Core.Problems;

namespace Insiders.Core.Import;

/// <summary>A file that cannot be read as a sales ledger. Nothing of it was loaded.</summary>
/// <param name="problem">What was found, and what was expected.</param>
/// <param name="inner">The failure underneath, if there was one.</param>
/// <remarks>The message is one sentence, or two, that a marketing analyst understands.</remarks>
public sealed class NotALedgerException(Problem problem, Exception? inner = null) : Exception(problem.Sentence, inner), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem => problem;
}
