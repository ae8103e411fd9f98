using System.Threading.Channels;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;

namespace Insiders.Web.Worker;

/// <summary>The way to start a run: it is written to the store, so that a restart finds it, and the worker is told.</summary>
public sealed class RunQueue(RunStore store, TimeProvider time)
{
    private readonly Channel<RunRequest> _requests = Channel.CreateBounded<RunRequest>(64);

    /// <summary>Queues a run; waits while 64 others do.</summary>
    /// <returns>The number of the run.</returns>
    public async Task<long> EnqueueAsync(Recipe recipe, string requestedBy, CancellationToken cancellationToken)
    {
        var id = await store.QueueRunAsync(recipe, requestedBy, time.GetUtcNow(), cancellationToken);
        await _requests.Writer.WriteAsync(new RunRequest(id), cancellationToken);
        return id;
    }

    /// <summary>Requests, as they come; for the worker.</summary>
    internal IAsyncEnumerable<RunRequest> ReadAllAsync(CancellationToken cancellationToken) => _requests.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Puts a run that the store holds already back in line.</summary>
    internal ValueTask ResumeAsync(RunRequest request, CancellationToken cancellationToken) => _requests.Writer.WriteAsync(request, cancellationToken);
}
