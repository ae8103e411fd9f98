using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Components;

/// <summary>The time that somebody stays on a page: what the page waits for ends when it is left, and of what it reads only the latest shows.</summary>
/// <remarks>
/// An answer may arrive while the page is being left, and the page goes on after it. <see cref="Left"/> can be asked for then too, which
/// the token of a disposed source cannot. For one caller at a time, as a page is.
/// </remarks>
public sealed class LatestLoad : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private CancellationTokenSource? _latest;

    /// <summary>Begins it.</summary>
    public LatestLoad() => Left = _source.Token;

    /// <summary>Cancelled once the page is left.</summary>
    public CancellationToken Left { get; }

    /// <summary>True once the page is left.</summary>
    public bool IsOver => Left.IsCancellationRequested;

    /// <summary>True while an answer is on its way.</summary>
    public bool IsReading => _latest is not null;

    /// <summary>Reads what the page shows, in place of a reading that is on its way: an answer to an older address never takes the place of a newer one.</summary>
    /// <param name="read">Asks; its token is cancelled by the next reading and when the page is left.</param>
    /// <param name="log">Of the page.</param>
    /// <param name="what">What is read, as the log calls it.</param>
    /// <returns>The answer, or why there is none, as the reader is told; null when a later reading has begun or the page is left: what is shown stays.</returns>
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

    /// <summary>Does something that may fail in any way once the page is left, such as asking for a script that comes too late: nobody is told then.</summary>
    public async Task WhileHereAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        try
        {
            await act();
        }
        catch (Exception) when (IsOver)
        {
            // What failed was for somebody who is gone.
        }
    }

    /// <summary>Ends it, once.</summary>
    public void Dispose()
    {
        if (!IsOver)
        {
            _source.Cancel();
            _source.Dispose();
        }
    }
}
