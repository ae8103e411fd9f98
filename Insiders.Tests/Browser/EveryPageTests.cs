using System.Globalization;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Shell;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>What must hold on every page alike, looked at over the generated shop.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class EveryPageTests(BrowserFixture browser, ShopSite shop) : IClassFixture<ShopSite>
{
    private const string SignIn = "/account/sign-in";

    // The pages that no menu names: reached from the pages of the catalog.
    private static readonly string[] s_beyondTheMenu =
    [
        "/data/import", "/data/quality", "/runs/new", "/settings/recipe", "/settings/cleaning", "/settings/schedule", "/settings/general", "/settings/backup", "/account/password",
        "/segments/1", "/segments/1?tab=sales", "/segments/1?tab=edit", "/segments?view=bubbles",
        "/map?without=United%20Kingdom", "/customers?country=Germany",
    ];

    private readonly Uri _address = shop.Site.Serve();

    private IEnumerable<string> Paths => PageCatalog.All.Select(entry => entry.Address).Concat(s_beyondTheMenu).Append($"/runs/{shop.Published.Run.Id}");

    [BrowserFact]
    public async Task Pages_have_no_serious_barrier_in_either_theme_fit_a_telephone_and_ask_no_other_host()
    {
        var problems = await Task.WhenAll(LookAtAllAsync(ColorScheme.Light), LookAtAllAsync(ColorScheme.Dark));

        Assert.True(problems.All(list => list.Count == 0), string.Join('\n', problems.SelectMany(list => list)));
    }

    [BrowserFact]
    public async Task Pages_have_one_main_landmark_a_ring_for_the_keyboard_and_targets_that_a_finger_hits()
    {
        List<string> problems = [];
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, Roles.Admin);
        foreach (var path in Paths.Append("/segments/1?tab=members").Append("/customers/20005"))
        {
            await page.GoAsync(new Uri(_address, path));
            problems.AddRange(await page.CheckCraftAsync(path));
        }

        await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [BrowserFact]
    public async Task Figures_are_Portuguese_for_a_Portuguese_reader()
    {
        var page = await browser.OpenAsync(locale: "pt-BR");
        await page.AsAsync(shop.Site, Roles.Viewer);
        await page.GoAsync(new Uri(_address, "/"));
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");

        // 12.345,67; the invariant form would be 12,345.67.
        var brazil = CultureInfo.GetCultureInfo("pt-BR");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "pt-BR");
        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync(shop.Published.Run.Customers!.Value.ToString("N0", brazil));
        Assert.Matches(@"^£\s\d{1,3}(\.\d{3})+,\d{2}$", await page.GetByTestId("tile-revenue").Locator(".value").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    private async Task<List<string>> LookAtAllAsync(ColorScheme scheme)
    {
        var problems = new List<string>();
        var signedIn = await browser.OpenAsync(scheme: scheme);
        await signedIn.AsAsync(shop.Site, Roles.Admin);
        var elsewhere = OverviewBrowserTests.WatchOtherHosts(signedIn, _address);
        foreach (var path in Paths)
        {
            await LookAtAsync(signedIn, path, scheme, problems);
        }

        var stranger = await browser.OpenAsync(scheme: scheme);
        var elsewhereForStrangers = OverviewBrowserTests.WatchOtherHosts(stranger, _address);
        await LookAtAsync(stranger, SignIn, scheme, problems);
        await stranger.Context.CloseAsync();
        await signedIn.Context.CloseAsync();

        problems.AddRange(elsewhere.Concat(elsewhereForStrangers).Select(url => $"{scheme}: asked {url}"));
        return problems;
    }

    private async Task LookAtAsync(IPage page, string path, ColorScheme scheme, List<string> problems)
    {
        await page.GoAsync(new Uri(_address, path));
        if (new Uri(page.Url).AbsolutePath is var shown && shown != path.Split('?')[0])
        {
            problems.Add($"{scheme}: {path}: shows {shown} instead");
        }

        problems.AddRange(await page.LookAsync(path, scheme));
    }
}
