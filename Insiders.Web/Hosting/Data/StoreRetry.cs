using Insiders.Core.Problems;

namespace Insiders.Web.Hosting.Data;

/// <summary>Asks the store again until it answers: a full disk or another program's lock is no reason to forget what became of a run.</summary>
/// <remarks>What is to be written stays in memory meanwhile, in the method that waits. Pages show <see cref="Refusal"/>.</remarks>
public sealed class StoreRetry(TimeProvider time, ILogger<StoreRetry> log)
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    private volatile Problem? _refusal;

    /// <summary>Why the store took nothing the last time a worker asked; null when it answered.</summary>
    public Problem? Refusal => _refusal;

    /// <summary>Does something with the store, as often as it takes; at least once, even when the site is stopping.</summary>
    /// <param name="ask">Must leave nothing half when it fails, and do no harm when it had succeeded before.</param>
    /// <param name="cancellationToken">Ends the waiting between two attempts.</param>
    /// <param name="isTransient">Which failures are waited out; without it all that <see cref="StoreRefusal"/> knows. Any other is thrown.</param>
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
                    log.LogError(refusal, "The database takes nothing at the moment; it is asked again until it does.");
                }

                _refusal = Problem.Of(refusal);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>The same without an answer.</summary>
    public Task UntilAnsweredAsync(Func<Task> ask, CancellationToken cancellationToken) => UntilAnsweredAsync(
        async () =>
        {
            await ask();
            return true;
        },
        cancellationToken);
}
