using System.Globalization;
using Deque.AxeCore.Playwright;
using Insiders.Tests.Fixtures;
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
    ];

    private readonly Uri _address = shop.Site.Serve();

    [BrowserFact]
    public async Task Pages_have_no_serious_barrier_in_either_theme_fit_a_telephone_and_ask_no_other_host()
    {
        var problems = await Task.WhenAll(LookAtAllAsync(ColorScheme.Light), LookAtAllAsync(ColorScheme.Dark));

        Assert.True(problems.All(list => list.Count == 0), string.Join('\n', problems.SelectMany(list => list)));
    }

    [BrowserFact]
    public async Task Figures_are_Portuguese_for_a_Portuguese_reader()
    {
        var page = await browser.OpenAsync(locale: "pt-BR");
        await page.AsAsync(shop.Site, Roles.Viewer);
        await OpenAsync(page, "/");
        await page.WaitForSelectorAsync("[data-testid=chart] .bars .point path");

        // 12.345,67; the invariant form would be 12,345.67.
        var brazil = CultureInfo.GetCultureInfo("pt-BR");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "pt-BR");
        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync(shop.Published.Run.Customers!.Value.ToString("N0", brazil));
        Assert.Matches(@"^\d{1,3}(\.\d{3})+,\d{2}$", await page.GetByTestId("tile-revenue").Locator(".value").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    private async Task<List<string>> LookAtAllAsync(ColorScheme scheme)
    {
        var problems = new List<string>();
        var name = scheme == ColorScheme.Dark ? "dark" : "light";
        var signedIn = await browser.OpenAsync(scheme: scheme);
        await signedIn.AsAsync(shop.Site, Roles.Admin);
        var elsewhere = OverviewBrowserTests.WatchOtherHosts(signedIn, _address);
        foreach (var path in PageCatalog.All.Select(entry => entry.Address).Concat(s_beyondTheMenu).Append($"/runs/{shop.Published.Run.Id}"))
        {
            await LookAtAsync(signedIn, path, name, problems);
        }

        var stranger = await browser.OpenAsync(scheme: scheme);
        var elsewhereForStrangers = OverviewBrowserTests.WatchOtherHosts(stranger, _address);
        await LookAtAsync(stranger, SignIn, name, problems);
        await stranger.Context.CloseAsync();
        await signedIn.Context.CloseAsync();

        problems.AddRange(elsewhere.Concat(elsewhereForStrangers).Select(url => $"asked {url}"));
        return [.. problems.Select(problem => $"{scheme}: {problem}")];
    }

    private async Task LookAtAsync(IPage page, string path, string scheme, List<string> problems)
    {
        await page.SetViewportSizeAsync(1280, 800);
        await OpenAsync(page, path);
        if (new Uri(page.Url).AbsolutePath is var shown && shown != path)
        {
            problems.Add($"{path}: shows {shown} instead");
        }

        await Assertions.Expect(page.Locator("html")).ToHaveCSSAsync("color-scheme", scheme);
        var found = await page.RunAxe();
        problems.AddRange(
            from violation in found.Violations
            where violation.Impact is "serious" or "critical"
            from node in violation.Nodes
            select $"{path}: {violation.Id}: {node.Target}: {node.Html}");

        await page.SetViewportSizeAsync(390, 844);
        await page.WaitForTimeoutAsync(400);
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var width && width != 390)
        {
            problems.Add($"{path}: {width} pixels wide on a telephone");
        }
    }

    // Quiet for half a second: the connection stands and has drawn its page, beyond the first answer's.
    private async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(_address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("h1").First.WaitForAsync();
        await page.WaitForTimeoutAsync(300);
    }
}
