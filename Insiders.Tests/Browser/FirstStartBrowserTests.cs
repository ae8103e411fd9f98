using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

[Collection(BrowserFixture.Collection)]
public sealed class FirstStartBrowserTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task An_empty_data_folder_becomes_a_full_overview_while_one_watches()
    {
        await using var site = new SiteFactory();
        var address = site.Serve();
        var page = await browser.OpenAsync(locale: "pt-BR");
        var elsewhere = OverviewBrowserTests.WatchOtherHosts(page, address);

        await page.GotoAsync(address.ToString());
        await page.WaitForSelectorAsync("[data-testid=chart] .bars .point path", new() { Timeout = 120_000 });

        // The page was never reloaded, and what a worker thread pushed to it still speaks the reader's language.
        await Assertions.Expect(page.GetByTestId("tile-customers").Locator("dt")).ToHaveTextAsync("Clientes");
        await Assertions.Expect(page.GetByTestId("all-customers").Locator("th")).ToHaveTextAsync("Todos os clientes");
        await Assertions.Expect(page.GetByText("Loja gerada")).ToBeVisibleAsync();
        Assert.Empty(elsewhere);

        var published = await new RunStore(Path.Combine(site.DataFolder, "insiders.db")).FindPublishedAsync(CancellationToken.None);
        var shown = await page.GetByTestId("tile-customers").Locator(".value").TextContentAsync();
        Assert.Equal(published!.Run.Customers!.Value.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("pt-BR")), shown);
        Assert.Equal(published.Segments.Length, await page.GetByTestId("segment").CountAsync());
        await page.CloseAsync();
    }
}
