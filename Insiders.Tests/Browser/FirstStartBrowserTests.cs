using System.Globalization;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Web.Account;
using Insiders.Web.Localization;
using Insiders.Web.Setup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

[Collection(BrowserFixture.Collection)]
public sealed class FirstStartBrowserTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task An_empty_data_folder_becomes_a_full_overview_while_one_watches()
    {
        await using var site = new SiteFactory();
        site.Settings["Insiders:Setup:Ledger"] = SetupOptions.Demo;
        var address = site.Serve();
        var page = await browser.OpenAsync(locale: "pt-BR");
        var elsewhere = OverviewBrowserTests.WatchOtherHosts(page, address);

        await page.AsAsync(site, Roles.Admin);
        await page.GotoAsync(address.ToString());
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path", new() { Timeout = 120_000 });

        // The page was never reloaded, and what a worker thread pushed to it still speaks the reader's language.
        await Assertions.Expect(page.GetByTestId("tile-customers").Locator("dt")).ToHaveTextAsync("Clientes");
        await Assertions.Expect(page.GetByTestId("all-customers").Locator("th")).ToHaveTextAsync("Todos os clientes");
        await Assertions.Expect(page.GetByText("Loja de demonstração")).ToBeVisibleAsync();
        Assert.Empty(elsewhere);

        var published = await new RunStore(Path.Combine(site.DataFolder, "insiders.db")).FindPublishedAsync(CancellationToken.None);
        var shown = await page.GetByTestId("tile-customers").Locator(".value").TextContentAsync();
        Assert.Equal(published!.Run.Customers!.Value.ToString("N0", CultureInfo.GetCultureInfo("pt-BR")), shown);
        Assert.Equal(published.Segments.Length, await page.GetByTestId("segment").CountAsync());
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task The_printed_link_leads_in_four_steps_to_a_full_overview()
    {
        await using var site = new SiteFactory();
        site.Settings.Clear();
        var address = site.Serve();
        var page = await browser.OpenAsync();
        var elsewhere = OverviewBrowserTests.WatchOtherHosts(page, address);

        await MakeAdministratorAsync(page, site);
        await page.GetByTestId("demo").ClickAsync();
        await Assertions.Expect(page.GetByTestId("step")).ToHaveTextAsync("Step 4 of 4", new() { Timeout = 60_000 });
        await page.GetByTestId("start").ClickAsync();
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path", new() { Timeout = 90_000 });

        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
        Assert.Empty(elsewhere);
        Assert.Equal(410, (await page.GotoAsync(new Uri(address, "/setup").ToString()))!.Status);
        await page.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task A_broken_file_is_refused_in_words_and_the_real_one_ends_on_its_own_figures()
    {
        await using var site = new SiteFactory();
        site.Settings.Clear();
        site.Settings["Insiders:Setup:Preset"] = RecipePresets.Study;
        var address = site.Serve();
        var page = await browser.OpenAsync();
        await MakeAdministratorAsync(page, site);

        await page.GetByTestId("currency").SelectOptionAsync("GBP");
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "notes.csv", MimeType = "text/csv", Buffer = "a,b\n1,2\n"u8.ToArray() });
        await page.ClickAsync("[data-send]");
        await Assertions.Expect(page.GetByTestId("problem")).Not.ToBeEmptyAsync();
        await page.SetInputFilesAsync("#file", SharedData.Ecommerce); // The currency is still chosen.
        await page.ClickAsync("[data-send]");
        await page.GetByTestId("start").WaitForAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".lead")).ToContainTextAsync("541,909");
        await page.GetByTestId("start").ClickAsync();
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path", new() { Timeout = 120_000 });

        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync("4,312");
        await Assertions.Expect(page.GetByTestId("tile-revenue").Locator(".value")).ToHaveTextAsync("£8,524,604.60");

        // The same figures for a Portuguese reader; the nearest wrong answer is the English form.
        await page.GotoAsync(new Uri(address, Languages.LinkTo(CultureInfo.GetCultureInfo("pt-BR"), "/")).ToString());
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");
        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync("4.312");
        await Assertions.Expect(page.GetByTestId("tile-revenue").Locator(".value")).ToHaveTextAsync("£\u00a08.524.604,60");
        await page.CloseAsync();
    }

    private static async Task MakeAdministratorAsync(IPage page, SiteFactory site)
    {
        await page.GotoAsync(new Uri(site.Serve(), site.Services.GetRequiredService<SetupState>().Link).ToString());
        await page.GetByRole(AriaRole.Main).GetByText("English").First.ClickAsync();
        await page.FillAsync("#name", "Ana");
        await page.FillAsync("#email", SignedIn.AdminEmail);
        await page.FillAsync("#wanted", SignedIn.Password);
        await page.FillAsync("#repeated", SignedIn.Password);
        await page.ClickAsync("button[type=submit]");
        await Assertions.Expect(page.GetByTestId("step")).ToHaveTextAsync("Step 3 of 4");
    }
}
