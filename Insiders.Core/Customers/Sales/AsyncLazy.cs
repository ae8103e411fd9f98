namespace Insiders.Core.Customers.Sales;

/// <summary>A question that is asked once: its answer is kept for whoever asks next, a failure is asked again.</summary>
/// <param name="ask">Asks; called by one at a time, and not again while its answer is on the way.</param>
internal sealed class AsyncLazy<T>(Func<Task<T>> ask)
{
    private readonly Lock _gate = new();
    private Task<T>? _answer;

    /// <summary>The answer.</summary>
    /// <param name="cancellationToken">Cancels the wait, not the question.</param>
    public Task<T> FindAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_answer is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _answer = ask();
            }

            return _answer.WaitAsync(cancellationToken);
        }
    }
}
