using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

[Collection(BrowserFixture.Collection)]
public sealed class OverviewBrowserTests(BrowserFixture browser, SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly Uri _address = site.Serve();

    [BrowserFact]
    public async Task The_published_run_is_on_the_first_page_with_tiles_rows_and_a_drawn_chart()
    {
        var page = await browser.OpenAsync();
        var elsewhere = WatchOtherHosts(page, _address);
        await page.AsAsync(site, Roles.Viewer);
        await page.GotoAsync(_address.ToString());

        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync("60");
        await Assertions.Expect(page.GetByTestId("segment")).Not.ToHaveCountAsync(0);
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");

        Assert.Equal(await page.GetByTestId("segment").CountAsync(), await page.Locator("[data-testid=chart] .bars .point").CountAsync());
        Assert.Empty(elsewhere);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_telephone_gets_no_sideways_scrolling_page()
    {
        var page = await browser.OpenAsync(390, 844);
        await page.AsAsync(site, Roles.Viewer);
        await page.GotoAsync(_address.ToString());
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");

        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task The_chosen_theme_and_language_stay()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(site, Roles.Viewer);
        await page.GotoAsync(_address.ToString());
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");

        await page.GetByTestId("theme-menu").GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("Dark", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");
        await page.GetByTestId("language-menu").GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByText("Português (Brasil)").ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Visão geral");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");
        await page.CloseAsync();
    }

    /// <summary>Collects requests that leave the site's own host.</summary>
    internal static List<string> WatchOtherHosts(IPage page, Uri address)
    {
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } url && url.Authority != address.Authority)
            {
                elsewhere.Add(request.Url);
            }
        };
        return elsewhere;
    }
}
