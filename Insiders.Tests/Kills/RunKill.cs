using Insiders.Core.Application.Runs;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Kills;

/// <summary>A run that is to be published when it is done.</summary>
/// <param name="site">Its data folder.</param>
public sealed class RunKill(KilledSite site) : KillScenario(site)
{
    private long _ordered;

    /// <inheritdoc/>
    public override async Task PrepareAsync()
        => _ordered = await Site.Store.QueueRunAsync(RunHouse.Quick with { Seed = 3 }, SignedIn.AdminEmail, TimeProvider.System.GetUtcNow(), CancellationToken.None, publishWhenDone: true);

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        Site.Launch();
        await Until.TrueAsync(async () => (await FindAsync()).State != RunState.Queued, "The run began.");
    }

    /// <inheritdoc/>
    public override Task WorkAsync(CancellationToken killed) => Until.TrueAsync(async () => (await FindAsync()).State == RunState.Succeeded, "The run succeeded.", killed);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
    {
        var ordered = await FindAsync();
        var runs = await Site.Store.ListRunsAsync(CancellationToken.None);
        var published = runs.SingleOrDefault(run => run.IsPublished);
        return
        [
            .. wasDone && ordered.State != RunState.Succeeded ? [$"the run was done and is {ordered.State}"] : Array.Empty<string>(),
            .. published is { State: RunState.Succeeded } && (published.Id == ordered.Id || published.RestartOf == ordered.Id) ? [] : new[] { $"run {published?.Id} is published, and run {ordered.Id} was ordered" },
            .. runs.Length == Site.Template.State.Counts.Runs + (ordered.State == RunState.Succeeded ? 1 : 2) ? [] : new[] { $"there are {runs.Length} runs" },
        ];
    }

    private async Task<RunSummary> FindAsync() => (await Site.Store.FindRunAsync(_ordered, CancellationToken.None))!.Summary;
}
