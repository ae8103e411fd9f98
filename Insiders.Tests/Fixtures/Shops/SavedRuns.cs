using Insiders.Core.Pipeline;
using Insiders.Core.Storage;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Shortcuts that bring a run into the state a test needs.</summary>
public static class SavedRuns
{
    /// <summary>A fixed time that is not today.</summary>
    public static DateTimeOffset Noon { get; } = new(2020, 2, 29, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Queues and starts a run.</summary>
    public static async Task<long> StartAsync(this RunStore store, Recipe? recipe = null, string ledger = "ledger-1")
    {
        var runId = await store.QueueRunAsync(recipe ?? Recipe.Study, "ana", Noon, CancellationToken.None);
        await store.StartRunAsync(runId, ledger, "Insiders 0.1.0", Noon.AddSeconds(1), CancellationToken.None);
        return runId;
    }

    /// <summary>Queues, starts and finishes a run.</summary>
    public static async Task<long> SaveAsync(this RunStore store, SegmentationResult result, string ledger = "ledger-1")
    {
        var runId = await store.StartAsync(result.Recipe, ledger);
        await store.FinishRunAsync(runId, result, Noon.AddSeconds(9), CancellationToken.None);
        return runId;
    }
}
