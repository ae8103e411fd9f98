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

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, blocks, options, block => body(block * blockSize, Math.Min(rows, (block * blockSize) + blockSize)));
    }
}
