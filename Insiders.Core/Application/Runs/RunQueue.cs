using System.Threading.Channels;
using Insiders.Core.Pipeline;

namespace Insiders.Core.Application.Runs;

/// <summary>Starts runs: each request is written to the store first, so that a restart finds it, and then passed to the worker.</summary>
public sealed class RunQueue(IRunStore store, IRunLog runLog, TimeProvider time)
{
    // The store holds the queue; this channel only wakes the worker. If it were bounded, start-up could wait for itself.
    private readonly Channel<RunRequest> _requests = Channel.CreateUnbounded<RunRequest>();

    /// <summary>Queues a run.</summary>
    /// <param name="recipe">Every setting.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="publish">Whether to publish it as soon as it succeeds. The first run of an installation is always published.</param>
    /// <param name="restartOf">The run it replaces.</param>
    /// <param name="action">The audit action; null when the program starts the run by itself.</param>
    /// <returns>The number of the run.</returns>
    public async Task<long> EnqueueAsync(Recipe recipe, string requestedBy, CancellationToken cancellationToken, bool publish = false, long? restartOf = null, string? action = null)
    {
        var id = await store.QueueRunAsync(recipe, requestedBy, time.GetUtcNow(), cancellationToken, publish, restartOf, action);
        runLog.Add(id, RunEvent.Queued, requestedBy);
        Resume(new RunRequest(id));
        return id;
    }

    /// <summary>The requests, read by the worker.</summary>
    public IAsyncEnumerable<RunRequest> ReadAllAsync(CancellationToken cancellationToken) => _requests.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Passes a run that is already in the store to the worker again.</summary>
    public void Resume(RunRequest request) => _requests.Writer.TryWrite(request);
}
