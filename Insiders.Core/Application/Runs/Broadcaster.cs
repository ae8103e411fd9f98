using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Insiders.Core.Application.Runs;

/// <summary>Publishes the state of a worker to any number of pages.</summary>
/// <remarks>A slow reader may miss intermediate states, never the last one. Posting without readers costs nothing.</remarks>
public abstract class Broadcaster<TState>(TState initial)
    where TState : class
{
    private readonly ConcurrentDictionary<Channel<TState>, bool> _watchers = new();
    private TState _current = initial;

    /// <summary>The current state.</summary>
    public TState Current => Volatile.Read(ref _current);

    /// <summary>Number of watchers.</summary>
    public int Watchers => _watchers.Count;

    /// <summary>Sets the current state and passes it to every watcher.</summary>
    public void Post(TState state)
    {
        Volatile.Write(ref _current, state);
        foreach (var watcher in _watchers.Keys)
        {
            watcher.Writer.TryWrite(state);
        }
    }

    /// <summary>The current state, followed by every change until cancelled.</summary>
    public async IAsyncEnumerable<TState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<TState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers[channel] = true;
        try
        {
            yield return Current;
            await foreach (var state in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return state;
            }
        }
        finally
        {
            _watchers.TryRemove(channel, out _);
        }
    }
}
