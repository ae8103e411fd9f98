using Insiders.Core.Problems;

namespace Insiders.Core.Pipeline;

/// <summary>A recipe file that cannot be used. The message is one sentence for the person who wrote it.</summary>
/// <param name="problem">Names the setting, the value and what was expected.</param>
/// <param name="inner">What lies behind it, or null.</param>
public sealed class RecipeException(Problem problem, Exception? inner = null) : Exception(problem.Sentence, inner), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem => problem;
}
