using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Insiders.Web.Worker;

/// <summary>Where the worker says which file it reads and how far it is, and any number of pages read it.</summary>
/// <remarks>A slow reader misses states between, never the last one. Nobody reading costs nothing.</remarks>
public sealed class ImportBoard
{
    private readonly ConcurrentDictionary<Channel<ImportActivity>, bool> _watchers = new();
    private ImportActivity _current = new(null);

    /// <summary>The state of the moment.</summary>
    public ImportActivity Current => Volatile.Read(ref _current);

    /// <summary>How many are watching.</summary>
    public int Watchers => _watchers.Count;

    /// <summary>Tells everyone.</summary>
    public void Post(ImportActivity state)
    {
        Volatile.Write(ref _current, state);
        foreach (var watcher in _watchers.Keys)
        {
            watcher.Writer.TryWrite(state);
        }
    }

    /// <summary>The state of the moment, then every change until cancelled.</summary>
    public async IAsyncEnumerable<ImportActivity> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<ImportActivity>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
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
