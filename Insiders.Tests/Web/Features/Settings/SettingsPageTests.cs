using Bunit;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.Settings;

public sealed class SettingsPageTests : UiTest
{
    private RunHouse _house = null!;

    public override async Task InitializeAsync()
    {
        _house = await RunHouse.OpenAsync(withShop: true);
        Services.AddSingleton(_house.SettingsService);
        Services.AddSingleton(_house.Service);
        Services.AddSingleton(_house.Broadcaster);
        Services.AddSingleton(new RerunStatusLoader(_house.Store, _house.Ledger, _house.SettingsService, _house.ScheduleHistory, TimeProvider.System));
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task Re_run_now_starts_a_run_with_the_saved_recipe_and_leads_to_it()
    {
        await _house.SettingsService.SaveAsync(Actors.Ana, Recipe.Study with { Seed = 77 }, CancellationToken.None);
        var page = Render<SettingsPage>();

        await page.WaitForElement("[data-testid=rerun-now]").ClickAsync(new());

        Assert.Equal(77ul, (await _house.Store.FindRunAsync(1, CancellationToken.None))!.Recipe.Seed);
        Assert.EndsWith("/runs/1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_that_nothing_has_changed_since_a_run_of_the_same_sales_and_recipe()
    {
        var run = await _house.Store.SaveAsync(SampleResults.Of(40), _house.Ledger.Fingerprint().ToString());
        await _house.Store.PublishAsync(run, "ana", SavedRuns.Noon, CancellationToken.None);
        await _house.SettingsService.SaveAsync(Actors.Ana, (await _house.Store.FindRunAsync(run, CancellationToken.None))!.Recipe, CancellationToken.None);

        var page = Render<SettingsPage>();

        Assert.Contains("since run 1", page.WaitForElement("[data-testid=repeated]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("Done, published", page.Find("[data-testid=newest]").TextContent.Trim(), StringComparison.Ordinal);

        await _house.SettingsService.SaveAsync(Actors.Ana, Recipe.Study with { Seed = 78 }, CancellationToken.None);
        var later = Render<SettingsPage>();
        later.WaitForElement("[data-testid=rerun-now]");
        Assert.Empty(later.FindAll("[data-testid=repeated]"));
    }

    [Fact]
    public async Task The_schedule_says_that_it_is_off_when_it_is_and_else_its_next_time_and_what_became_of_the_last()
    {
        var off = Render<SettingsPage>();
        Assert.StartsWith("Off", off.WaitForElement("[data-testid=schedule-next]").TextContent, StringComparison.Ordinal);
        Assert.Empty(off.FindAll("[data-testid=schedule-last]"));

        var schedule = new InstallationSchedule { Kind = ScheduleKind.Daily };
        await _house.SettingsService.SaveAsync(Actors.Ana, schedule, CancellationToken.None);
        var waiting = Render<SettingsPage>();
        var next = schedule.Next(TimeProvider.System.GetUtcNow(), 1)[0];
        Assert.Contains(next.ToString("f", System.Globalization.CultureInfo.CurrentCulture), waiting.WaitForElement("[data-testid=schedule-next]").TextContent, StringComparison.Ordinal);
        Assert.Contains("No scheduled run", waiting.Find("[data-testid=schedule-last]").TextContent, StringComparison.Ordinal);

        await _house.ScheduleHistory.NoteAsync(ScheduledOutcomeKind.Unchanged, null, CancellationToken.None);
        Assert.Contains("had not changed", Render<SettingsPage>().WaitForElement("[data-testid=schedule-last]").TextContent, StringComparison.Ordinal);

        var run = await _house.Store.SaveAsync(SampleResults.Of(40));
        await _house.ScheduleHistory.NoteAsync(ScheduledOutcomeKind.Started, run, CancellationToken.None);
        var last = Render<SettingsPage>().WaitForElement("[data-testid=schedule-last]");
        Assert.Equal($"/runs/{run}", last.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Done", last.TextContent, StringComparison.Ordinal);
    }
}
