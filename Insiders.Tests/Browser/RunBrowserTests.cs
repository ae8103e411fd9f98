using System.Text.RegularExpressions;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Web.Account;
using Insiders.Web.Setup;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

[Collection(BrowserFixture.Collection)]
public sealed class RunBrowserTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task A_run_is_cancelled_by_a_click_and_another_is_found_finished_after_its_tab_was_closed()
    {
        await using var site = new SiteFactory();
        site.Settings["Insiders:Setup:Ledger"] = SetupOptions.Demo;
        var address = site.Serve().ToString();
        var store = new RunStore(Path.Combine(site.DataFolder, "insiders.db"));
        await WaitForAsync(store, 1, RunState.Succeeded);

        var page = await browser.OpenAsync();
        await page.AsAsync(site, Roles.Analyst);
        await StartAsync(page, address, epochs: "10000");
        await page.GetByTestId("percent").WaitForAsync();
        await page.GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(page.GetByTestId("state")).ToHaveTextAsync("Cancelled", new() { Timeout = 5_000 });
        await Assertions.Expect(page.GetByTestId("again")).ToBeVisibleAsync();

        await StartAsync(page, address, epochs: "20");
        await page.GetByTestId("stages").WaitForAsync();
        await page.CloseAsync();
        await WaitForAsync(store, 3, RunState.Succeeded);

        var later = await browser.OpenAsync();
        await later.AsAsync(site, Roles.Analyst);
        await later.GotoAsync(address + "runs/3");
        await later.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");
        await Assertions.Expect(later.GetByTestId("state")).ToHaveTextAsync("Done");
        await Assertions.Expect(later.GetByTestId("publish")).ToBeVisibleAsync();
        Assert.Equal(1, (await store.FindPublishedAsync(CancellationToken.None))!.Run.Id);
        await later.CloseAsync();
        store.ReleaseFile();
    }

    private static async Task StartAsync(IPage page, string address, string epochs)
    {
        await page.GotoAsync(address + "runs/new");
        await page.GetByTestId("start").WaitForAsync();

        // The page is drawn before its circuit listens.
        await page.WaitForTimeoutAsync(1500);
        await page.FillAsync("#setting-embedding-umap-epochs", epochs);
        await page.PressAsync("#setting-embedding-umap-epochs", "Tab");
        await page.GetByTestId("start").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/runs/"));
    }

    private static async Task WaitForAsync(RunStore store, long runId, RunState state)
    {
        for (var i = 0; i < 1_200; i++)
        {
            if ((await store.FindRunAsync(runId, CancellationToken.None))?.Summary.State == state)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Equal(state, (await store.FindRunAsync(runId, CancellationToken.None))?.Summary.State);
    }
}
