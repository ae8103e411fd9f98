using System.Globalization;
using System.Threading.Channels;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;

namespace Insiders.Web.Worker;

/// <summary>The way to start a run: it is written to the store, so that a restart finds it, and the worker is told.</summary>
public sealed class RunQueue(RunStore store, SettingsStore settings, RunLog runLog, TimeProvider time)
{
    private readonly Channel<RunRequest> _requests = Channel.CreateBounded<RunRequest>(64);

    /// <summary>Queues a run; waits while 64 others do.</summary>
    /// <param name="recipe">Every setting.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="publish">Publish it as soon as it succeeds. The first run of an installation is published in any case.</param>
    /// <returns>The number of the run.</returns>
    public async Task<long> EnqueueAsync(Recipe recipe, string requestedBy, CancellationToken cancellationToken, bool publish = false)
    {
        var id = await store.QueueRunAsync(recipe, requestedBy, time.GetUtcNow(), cancellationToken);
        if (publish)
        {
            await settings.SaveAsync(PublishKey(id), "true", requestedBy, time.GetUtcNow(), cancellationToken);
        }

        runLog.Add(id, RunEvent.Queued, requestedBy);
        await _requests.Writer.WriteAsync(new RunRequest(id), cancellationToken);
        return id;
    }

    /// <summary>True when a run is to be published by itself: it was ordered so, or there is nothing published yet.</summary>
    internal async Task<bool> PublishesAsync(long runId, CancellationToken cancellationToken)
        => await settings.FindAsync(PublishKey(runId), cancellationToken) is not null || await store.FindPublishedAsync(cancellationToken) is null;

    /// <summary>Requests, as they come; for the worker.</summary>
    internal IAsyncEnumerable<RunRequest> ReadAllAsync(CancellationToken cancellationToken) => _requests.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Puts a run that the store holds already back in line.</summary>
    internal ValueTask ResumeAsync(RunRequest request, CancellationToken cancellationToken) => _requests.Writer.WriteAsync(request, cancellationToken);

    private static string PublishKey(long runId) => string.Create(CultureInfo.InvariantCulture, $"run.{runId}.publish");
}
