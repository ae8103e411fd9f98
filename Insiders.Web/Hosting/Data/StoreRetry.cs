using Insiders.Core.Problems;

namespace Insiders.Web.Hosting.Data;

/// <summary>Retries a store operation until it succeeds, so that a full disk or another program's lock does not lose the outcome of a run.</summary>
/// <remarks>The waiting method holds what is to be written in memory. Pages show <see cref="Refusal"/>.</remarks>
public sealed class StoreRetry(TimeProvider time, ILogger<StoreRetry> log)
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    private volatile Problem? _refusal;

    /// <summary>Why the latest store operation failed; null when it succeeded.</summary>
    public Problem? Refusal => _refusal;

    /// <summary>Repeats a store operation until it succeeds; tries at least once, even when the site is stopping.</summary>
    /// <param name="ask">The operation; it must be atomic, and harmless when repeated after it succeeded.</param>
    /// <param name="cancellationToken">Ends the wait between two attempts.</param>
    /// <param name="isTransient">Which failures are retried; by default those of <see cref="StoreRefusal.Is"/>. Others are thrown.</param>
    public async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken, Func<Exception, bool>? isTransient = null)
    {
        ArgumentNullException.ThrowIfNull(ask);
        for (var pause = s_shortestPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            try
            {
                var answer = await ask();
                _refusal = null;
                return answer;
            }
            catch (Exception refusal) when (refusal is not OperationCanceledException && (isTransient ?? StoreRefusal.Is)(refusal))
            {
                if (_refusal is null)
                {
                    log.LogError(refusal, "The database cannot be written at the moment; retrying until it can.");
                }

                _refusal = Problem.Of(refusal);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>Repeats a store operation that returns nothing.</summary>
    public Task UntilAnsweredAsync(Func<Task> ask, CancellationToken cancellationToken) => UntilAnsweredAsync(
        async () =>
        {
            await ask();
            return true;
        },
        cancellationToken);
}
