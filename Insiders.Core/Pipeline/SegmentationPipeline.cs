using Insiders.Core.Ledger;

namespace Insiders.Core.Pipeline;

/// <summary>A run from a ledger to named segments: the list of stages.</summary>
public static class SegmentationPipeline
{
    /// <summary>Runs every stage.</summary>
    /// <param name="ledger">An open session; cleaning writes temporary tables to it.</param>
    /// <param name="recipe">Every setting.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="progress">Told of each step forward, or null.</param>
    /// <param name="cancellationToken">Stops the run within a second.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Task<SegmentationResult> RunAsync(
        LedgerSession ledger, Recipe recipe, int threads, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}
