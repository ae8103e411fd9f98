using Bunit;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.Settings;

public sealed class CleaningPageTests : UiTest
{
    private RunHouse _house = null!;

    public override async Task InitializeAsync()
    {
        _house = await RunHouse.OpenAsync(withShop: true);
        Services.AddSingleton(_house.SettingsService);
        Services.AddSingleton(_house.Service);
        Services.AddSingleton(new CleaningPreview(_house.Ledger));
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task What_a_rule_drops_is_seen_before_saving_and_nothing_is_saved_by_looking()
    {
        var page = Render<CleaningPage>();
        page.WaitForElement("[data-testid=rule-no-customer]");

        await page.Find("[data-testid=rule-no-customer]").ChangeAsync(new() { Value = false });
        await page.Find("[data-testid=preview]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("No customer (off)", page.Find("[data-testid=waterfall]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Empty((await _house.SettingsService.ReadRecipeAsync(CancellationToken.None)).Cleaning.DisabledRules);

        await page.Find("[data-testid=save]").ClickAsync(new());

        Assert.Equal("no-customer", Assert.Single((await _house.SettingsService.ReadRecipeAsync(CancellationToken.None)).Cleaning.DisabledRules));
        var (entries, _) = await _house.Audit.ListAsync(0, 10, CancellationToken.None);
        Assert.Equal(("settings.changed", "recipe"), (entries[0].Action, entries[0].Subject));
    }

    [Fact]
    public async Task A_return_share_out_of_bounds_is_refused_in_words()
    {
        var page = Render<CleaningPage>();
        page.WaitForElement("[data-testid=return-share]");

        await page.Find("[data-testid=return-share]").ChangeAsync(new() { Value = "0" });

        Assert.Contains("above 0", page.Find(".field.wrong .error").TextContent, StringComparison.Ordinal);
    }
}
