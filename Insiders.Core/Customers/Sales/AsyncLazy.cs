namespace Insiders.Core.Customers.Sales;

/// <summary>A value that is computed on first request and shared from then on; a failure is tried again by the next request.</summary>
/// <param name="compute">Computes the value; not called again while it is running.</param>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class AsyncLazy<T>(Func<Task<T>> compute)
{
    private readonly Lock _gate = new();
    private Task<T>? _value;

    /// <summary>The value.</summary>
    /// <param name="cancellationToken">Cancels the wait, not the computation.</param>
    public Task<T> FindAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_value is null or { IsFaulted: true } or { IsCanceled: true })
            {
                _value = compute();
            }

            return _value.WaitAsync(cancellationToken);
        }
    }
}
