using Insiders.Core.Customers.Sales;

namespace Insiders.Core.Application.PublishedRuns;

/// <summary>What was last computed from a run and something that changes beside it, such as a review; for <see cref="PublishedRun.Derive"/>.</summary>
/// <typeparam name="TKey">What it was computed for; one that differs is computed anew.</typeparam>
/// <typeparam name="T">The answer.</typeparam>
public sealed class LatestAnswer<TKey, T>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private (TKey Key, AsyncLazy<T> Answer)? _latest;

    /// <summary>The answer, computed once however many ask.</summary>
    /// <param name="key">What it is for.</param>
    /// <param name="compute">Computes it; a failure is tried again by the next who asks.</param>
    /// <param name="cancellationToken">Cancels the wait, not the computation.</param>
    public Task<T> FindAsync(TKey key, Func<Task<T>> compute, CancellationToken cancellationToken)
    {
        AsyncLazy<T> answer;
        lock (_gate)
        {
            if (_latest is not { } latest || !latest.Key.Equals(key))
            {
                _latest = latest = (key, new(() => Task.Run(compute)));
            }

            answer = latest.Answer;
        }

        return answer.FindAsync(cancellationToken);
    }
}
