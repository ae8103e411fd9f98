using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Hosting.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Hosting.Runs;

public sealed class ScheduledRunsTests
{
    [Fact]
    public async Task It_skips_while_ledger_and_recipe_are_those_of_the_last_successful_run()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var schedule = new ScheduledRuns(house.Store, house.Ledger, house.SettingsService, house.Service, house.ScheduleHistory, NullLogger<ScheduledRuns>.Instance);

        var first = await schedule.StartAsync(CancellationToken.None);
        Assert.NotNull(first); // Nothing has succeeded yet.
        await house.Store.StartRunAsync(first.Value, house.Ledger.Fingerprint().ToString(), "v", SavedRuns.Noon, CancellationToken.None);
        await house.Store.FinishRunAsync(first.Value, SampleResults.Of(40), SavedRuns.Noon, CancellationToken.None);

        Assert.Equal((ScheduledOutcomeKind.Started, first), (await house.ScheduleHistory.FindAsync(CancellationToken.None)) is { } started ? (started.Kind, started.RunId) : default);

        Assert.Null(await schedule.StartAsync(CancellationToken.None));
        Assert.Equal(ScheduledOutcomeKind.Unchanged, (await house.ScheduleHistory.FindAsync(CancellationToken.None))!.Kind);

        await house.SettingsService.SaveAsync(Actors.Ana, Recipe.Study with { Seed = 43 }, CancellationToken.None);
        Assert.NotNull(await schedule.StartAsync(CancellationToken.None));

        await house.SettingsService.SaveAsync(Actors.Ana, Recipe.Study, CancellationToken.None);
        await house.SettingsService.SaveAsync(Actors.Ana, new InstallationSchedule { SkipUnchanged = false }, CancellationToken.None);
        Assert.NotNull(await schedule.StartAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_ledger_starts_nothing()
    {
        await using var house = await RunHouse.OpenAsync();

        Assert.Null(await new ScheduledRuns(house.Store, house.Ledger, house.SettingsService, house.Service, house.ScheduleHistory, NullLogger<ScheduledRuns>.Instance).StartAsync(CancellationToken.None));
    }
}
