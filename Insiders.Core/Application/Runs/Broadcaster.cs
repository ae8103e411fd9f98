using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Insiders.Core.Application.Runs;

/// <summary>Where a worker says what it is at, and any number of pages read it.</summary>
/// <remarks>A slow reader misses states between, never the last one. Nobody reading costs nothing.</remarks>
public abstract class Broadcaster<TState>(TState initial)
    where TState : class
{
    private readonly ConcurrentDictionary<Channel<TState>, bool> _watchers = new();
    private TState _current = initial;

    /// <summary>The state of the moment.</summary>
    public TState Current => Volatile.Read(ref _current);

    /// <summary>How many are watching.</summary>
    public int Watchers => _watchers.Count;

    /// <summary>Tells everyone.</summary>
    public void Post(TState state)
    {
        Volatile.Write(ref _current, state);
        foreach (var watcher in _watchers.Keys)
        {
            watcher.Writer.TryWrite(state);
        }
    }

    /// <summary>The state of the moment, then every change until cancelled.</summary>
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
