using Insiders.Core.Application.Runs;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;

namespace Insiders.Benchmarks.Load;

/// <summary>Runs ordered and awaited through the store of a site, beside it.</summary>
internal static class StoredRuns
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(500);

    /// <summary>Orders runs of the study's recipe; a server finds them when it starts, and works them off without a pause.</summary>
    public static async Task QueueAsync(RunStore store, int runs)
    {
        for (var i = 0; i < runs; i++)
        {
            await store.QueueRunAsync(Recipe.Study, "Insiders", DateTimeOffset.UtcNow, CancellationToken.None);
        }
    }

    /// <summary>Waits until a run is published.</summary>
    public static async Task UntilPublishedAsync(RunStore store)
    {
        while (await store.FindPublishedAsync(CancellationToken.None) is null)
        {
            await Task.Delay(s_between);
        }
    }

    /// <summary>Waits until at most so many runs are left to do.</summary>
    public static async Task UntilLeftAsync(RunStore store, int runs)
    {
        while ((await store.ListRunsAsync(CancellationToken.None)).Count(run => run.State is RunState.Queued or RunState.Running) > runs)
        {
            await Task.Delay(s_between);
        }
    }
}
