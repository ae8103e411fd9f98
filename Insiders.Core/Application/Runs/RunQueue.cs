using System.Threading.Channels;
using Insiders.Core.Pipeline;

namespace Insiders.Core.Application.Runs;

/// <summary>The way to start a run: it is written to the store with all that is ordered of it, so that a restart finds it, and the worker is told.</summary>
public sealed class RunQueue(IRunStore store, IRunLog runLog, TimeProvider time)
{
    // What waits is in the store; this only wakes the worker. A limit here would have a start wait for itself.
    private readonly Channel<RunRequest> _requests = Channel.CreateUnbounded<RunRequest>();

    /// <summary>Queues a run.</summary>
    /// <param name="recipe">Every setting.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="publish">Publish it as soon as it succeeds. The first run of an installation is published in any case.</param>
    /// <param name="restartOf">The run in whose place it comes.</param>
    /// <param name="action">What the audit calls it; null for what the program does by itself.</param>
    /// <returns>The number of the run.</returns>
    public async Task<long> EnqueueAsync(Recipe recipe, string requestedBy, CancellationToken cancellationToken, bool publish = false, long? restartOf = null, string? action = null)
    {
        var id = await store.QueueRunAsync(recipe, requestedBy, time.GetUtcNow(), cancellationToken, publish, restartOf, action);
        runLog.Add(id, RunEvent.Queued, requestedBy);
        Resume(new RunRequest(id));
        return id;
    }

    /// <summary>Requests, as they come; for the worker.</summary>
    public IAsyncEnumerable<RunRequest> ReadAllAsync(CancellationToken cancellationToken) => _requests.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Puts a run that the store holds already back in line.</summary>
    public void Resume(RunRequest request) => _requests.Writer.TryWrite(request);
}
