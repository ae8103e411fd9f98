using Insiders.Core.Application.Access;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Kills;

/// <summary>The trigger of the schedule, with or without the run it starts.</summary>
/// <param name="site">Its data folder.</param>
/// <param name="isWhole">True to include the run.</param>
public sealed class ScheduleKill(KilledSite site, bool isWhole) : KillScenario(site)
{
    private const int Seconds = 4;

    private readonly InstallationSchedule _schedule = new() { Kind = ScheduleKind.Cron, Cron = $"0/{Seconds} * * * * ?", SkipUnchanged = false, Publish = true };

    /// <inheritdoc/>
    public override async Task PrepareAsync()
    {
        await Site.SettingsService.SaveAsync(Actors.Ana, Fixtures.RunHouse.Quick, CancellationToken.None);
        await Site.SettingsService.SaveAsync(Actors.Ana, _schedule, CancellationToken.None);
    }

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        await Site.StartAsync();

        // The first trigger shows that the scheduler is running, so that the time of the next one is known.
        await Until.TrueAsync(async () => (await ScheduledAsync()).Count > 0, "The schedule fired.");
        if (isWhole)
        {
            return;
        }

        var next = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / Seconds * Seconds) + Seconds;
        await Task.Delay(DateTimeOffset.FromUnixTimeSeconds(next) - TimeProvider.System.GetUtcNow());
    }

    /// <inheritdoc/>
    public override Task WorkAsync(CancellationToken killed)
        => isWhole ? Until.TrueAsync(async () => (await ScheduledAsync()).Any(run => run.State == RunState.Succeeded), "A scheduled run succeeded.", killed)
            : Until.TrueAsync(async () => await NotedAsync() is { } noted && (await ScheduledAsync()).Max(run => run.Id) == noted && (await ScheduledAsync()).Count > 1, "The firing is noted.", killed);

    /// <inheritdoc/>
    public override async Task ReturnAsync()
    {
        // Only the existing runs matter; new ones would keep the state from settling.
        await Site.SettingsService.SaveAsync(Actors.Ana, _schedule with { Kind = ScheduleKind.Off }, CancellationToken.None);
        await Site.StartAsync();
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
    {
        var runs = await Site.Store.ListRunsAsync(CancellationToken.None);
        var ordered = await ScheduledAsync();
        var audited = (await Site.AuditedAsync("run.queued")).Count(entry => entry.Actor == Actor.Schedule.Name);
        var noted = await NotedAsync();
        return
        [
            .. ordered.Count == audited ? Array.Empty<string>() : [$"{ordered.Count} runs were ordered, and the audit has {audited}"],
            .. noted == ordered.Max(run => run.Id) ? [] : new[] { $"run {ordered.Max(run => run.Id)} was ordered last, and run {noted} is noted" },
            .. runs.Single(run => run.IsPublished).RequestedBy == Actor.Schedule.Name ? [] : new[] { "no scheduled run is published" },
        ];
    }

    /// <summary>The runs started by the schedule, without those that replaced an interrupted one.</summary>
    private async Task<IReadOnlyList<RunSummary>> ScheduledAsync()
        => [.. (await Site.Store.ListRunsAsync(CancellationToken.None)).Where(run => run.RequestedBy == Actor.Schedule.Name && run.RestartOf is null)];

    private async Task<long?> NotedAsync() => (await new ScheduleHistory(new SettingsStore(Site.Folder.Database), Site.Store, TimeProvider.System).FindAsync(CancellationToken.None))?.RunId;
}
