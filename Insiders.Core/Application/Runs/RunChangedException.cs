using Insiders.Core.Problems;

namespace Insiders.Core.Application.Runs;

/// <summary>Thrown when a run is missing or not in the state a change needs, usually because someone else changed it first.</summary>
/// <param name="message">The state of the run.</param>
/// <param name="problem">What to tell the person; that the run has changed, unless given.</param>
public sealed class RunChangedException(string message, Problem? problem = null) : InvalidOperationException(message), IHasProblem
{
    /// <inheritdoc/>
    public Problem Problem { get; } = problem ?? Problem.Of(ProblemCode.RunChanged);

    /// <summary>The figures of the run's customers were removed.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="removedAt">When they were removed.</param>
    internal static RunChangedException CustomersRemoved(long runId, DateTimeOffset removedAt)
        => new($"The figures of the customers of run {runId} were removed.", Problem.Of(ProblemCode.RunCustomersRemoved, runId, ProblemValue.Moment(removedAt)));
}
