using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Insiders.Core.Application.Access;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Web.Account;
using Insiders.Web.Shell;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>Search, shortcuts, files and paper: what every page has.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class EverywhereBrowserTests(BrowserFixture browser, SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly Uri _address = site.Serve();

    [BrowserFact]
    public async Task The_keyboard_finds_a_customer_and_goes_to_pages_but_not_while_somebody_types()
    {
        var page = await OpenAsync("/");

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.GetByTestId("search-text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("c0000059");
        await Assertions.Expect(page.GetByTestId("hit")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/customers/c0000059$"));
        await Assertions.Expect(page.GetByTestId("search")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("l");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/glossary$"));
        await page.GetByTestId("filter").ClickAsync();
        await page.Keyboard.TypeAsync("g o/?t");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/glossary\?q="));
        await Assertions.Expect(page.GetByTestId("shortcuts")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-scheme", "light");

        await page.GetByTestId("filter").BlurAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.GetByTestId("shortcuts")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByTestId("shortcuts")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task An_address_that_names_nothing_says_so_and_the_open_page_goes_on()
    {
        var page = await OpenAsync("/segments/99999");
        await page.EvaluateAsync("window.stays = true");

        await page.EvaluateAsync("Blazor.navigateTo('/customers/nobody')");
        await Assertions.Expect(page.GetByTestId("notice")).ToContainTextAsync("There is no such customer");
        await page.EvaluateAsync("Blazor.navigateTo('/segments/99998')");
        await Assertions.Expect(page.GetByTestId("notice")).ToContainTextAsync("does not have this segment");
        await page.GetByTestId("notice").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/segments$"));
        Assert.True(await page.EvaluateAsync<bool>("window.stays === true && document.querySelector('#blazor-error-ui').offsetParent === null"));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_hostile_search_and_an_open_dialog_are_harmless_and_without_barriers()
    {
        var page = await OpenAsync("/");
        page.Dialog += (_, dialog) => Assert.Fail(dialog.Message);
        await page.GetByTestId("open-search").ClickAsync();
        await page.Keyboard.TypeAsync("c00000");
        await Assertions.Expect(page.GetByTestId("hit").First).ToContainTextAsync("c00000");
        await Assertions.Expect(page.GetByTestId("hit")).ToHaveCountAsync(8);

        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(violation => violation.Impact is "serious" or "critical").SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));

        await page.GetByTestId("search-text").FillAsync("<img src=x onerror=alert(1)>");
        await Assertions.Expect(page.GetByTestId("hit")).ToHaveCountAsync(0);
        Assert.Equal(0, await page.Locator("img[src=x]").CountAsync());
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByTestId("search")).ToBeHiddenAsync(); // still open if Escape only emptied the field
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_table_is_downloaded_beside_the_page_and_the_menu_closes()
    {
        var page = await OpenAsync("/");
        await page.GetByTestId("export-overview").Locator("summary").ClickAsync();

        var item = page.GetByTestId("export-overview").GetByTestId("export-xlsx");
        var download = await page.RunAndWaitForDownloadAsync(() => item.ClickAsync());

        Assert.Matches(@"^Segments – \d+ – \d{4}-\d\d-\d\d\.xlsx$", download.SuggestedFilename);
        await Assertions.Expect(item).ToBeHiddenAsync();
        Assert.Equal(_address, new Uri(page.Url));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Paper_has_a_heading_and_light_colours_and_nothing_to_click()
    {
        var page = await OpenAsync("/", ColorScheme.Dark);
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.GetByTestId("print-head")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("open-search")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByTestId("export-overview")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".app-drawer")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByTestId("tile-revenue")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Assertions.Expect(page.GetByTestId("chart").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Nothing_to_click_is_on_paper_on_any_page()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(site, Roles.Analyst);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        List<string> left = [];
        foreach (var path in PageCatalog.All.Where(entry => entry.Role != Role.Admin).Select(entry => entry.Address).Concat(["/segments?view=radar", "/segments/1", "/segments/1?tab=members", "/customers/c0000001", "/runs/1", "/data/quality"]))
        {
            await page.GotoAsync(new Uri(_address, path).ToString());
            await page.Locator("html[data-keys=ready]").WaitForAsync();
            await Assertions.Expect(page.GetByTestId("loading")).ToHaveCountAsync(0);
            var shown = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll("input, select, textarea, button, summary, [role=button], [role=toolbar]")]
                  .filter(control => !control.matches("a, .cuts input, .audiences [type=checkbox]") && control.checkVisibility({ visibilityProperty: true }) && control.getClientRects().length > 0)
                  .map(control => control.outerHTML.slice(0, 120))
                """);
            left.AddRange(shown.Select(control => $"{path}: {control}"));
        }

        Assert.Empty(left);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string path, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await browser.OpenAsync(scheme: scheme);
        await page.AsAsync(site, Roles.Viewer);
        await page.GotoAsync(new Uri(_address, path).ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        return page;
    }
}
