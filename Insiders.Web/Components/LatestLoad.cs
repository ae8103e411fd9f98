using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Components;

/// <summary>Ties asynchronous reads to the life of a page: they are cancelled when the page is left, and only the latest read is shown.</summary>
/// <remarks>
/// A result may arrive while the page is being left, and the page's code continues after it. <see cref="Left"/> can still be read then,
/// unlike the token of a disposed source. Not thread-safe: for one caller at a time, such as a page.
/// </remarks>
public sealed class LatestLoad : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private CancellationTokenSource? _latest;

    /// <summary>Starts the life of the page.</summary>
    public LatestLoad() => Left = _source.Token;

    /// <summary>Cancelled once the page is left.</summary>
    public CancellationToken Left { get; }

    /// <summary>True once the page is left.</summary>
    public bool IsOver => Left.IsCancellationRequested;

    /// <summary>True while a read is in progress.</summary>
    public bool IsReading => _latest is not null;

    /// <summary>Reads what the page shows and cancels any read in progress, so that the result for an older address never replaces a newer one.</summary>
    /// <param name="read">Reads; its token is cancelled by the next read and when the page is left.</param>
    /// <param name="log">The page's log.</param>
    /// <param name="what">What is read, for the log.</param>
    /// <returns>The result, or a reason for the reader why it failed; null when a later read has begun or the page was left, in which case what is shown must not change.</returns>
    public async Task<LoadState<T>?> ReadAsync<T>(Func<CancellationToken, Task<T>> read, ILogger log, string what)
    {
        ArgumentNullException.ThrowIfNull(read);
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Left);
        var before = _latest;
        _latest = mine;
        before?.Cancel();
        try
        {
            var answer = await read(mine.Token);
            return IsLatest() ? new LoadState<T>.Ready(answer) : null;
        }
        catch (Exception) when (!IsLatest())
        {
            return null;
        }
        catch (Exception failure) when (failure is not NavigationException)
        {
            log.LogError(failure, "{What} could not be read.", what);
            return new LoadState<T>.Failed(ProblemText.Of(failure));
        }
        finally
        {
            if (_latest == mine)
            {
                _latest = null;
            }
        }

        bool IsLatest() => _latest == mine && !IsOver;
    }

    /// <summary>Runs an action and ignores its failure once the page is left, such as a script call that comes too late.</summary>
    public async Task WhileHereAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            await act();
        }
        catch (Exception) when (IsOver)
        {
            // The result was for a page that is no longer open.
        }
    }

    /// <summary>Cancels everything in progress; may be called more than once.</summary>
    public void Dispose()
    {
        if (!IsOver)
        {
            _source.Cancel();
            _source.Dispose();
        }
    }
}
