using System.Runtime.ExceptionServices;

namespace Insiders.Core.Numerics;

/// <summary>Work over rows in blocks whose borders do not depend on the number of threads.</summary>
/// <remarks>A body that writes only its own rows' slots gives the same result for any number of threads.</remarks>
public static class ParallelRows
{
    /// <summary>Calls <paramref name="body"/> with [from, to) for each block of rows.</summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="blockSize">Rows per block, at least 1; the last block may be shorter.</param>
    /// <param name="threads">At most so many blocks at once, at least 1.</param>
    /// <param name="body">First row and the row after the last.</param>
    /// <param name="cancellationToken">Looked at before each block.</param>
    /// <exception cref="OperationCanceledException">Cancelled between two blocks.</exception>
    /// <remarks>What a body throws reaches the caller as it was thrown. Blocks run on the caller's task scheduler.</remarks>
    public static void For(int rows, int blockSize, int threads, Action<int, int> body, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(body);
        var blocks = (int)(((long)rows + blockSize - 1) / blockSize);
        if (threads == 1 || blocks <= 1)
        {
            for (var block = 0; block < blocks; block++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(block * blockSize, Math.Min(rows, (block * blockSize) + blockSize));
            }

            return;
        }

        // Workers take blocks one by one, so that a long block does not leave the others waiting.
        var next = -1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken, TaskScheduler = TaskScheduler.Current };
        try
        {
            Parallel.For(0, Math.Min(threads, blocks), options, _ =>
            {
                for (var block = Interlocked.Increment(ref next); block < blocks; block = Interlocked.Increment(ref next))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    body(block * blockSize, Math.Min(rows, (block * blockSize) + blockSize));
                }
            });
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }
}
