using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>Clicks on the first page, over the generated shop.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class OverviewFilterTests(BrowserFixture browser, ShopSite shop) : IClassFixture<ShopSite>
{
    private const string Bars = "[data-testid=chart] >> nth=1";
    private const string Months = "[data-testid=chart] >> nth=3";

    [BrowserFact]
    public async Task A_bar_a_row_and_a_month_filter_by_a_click_and_let_go_by_another()
    {
        var page = await OpenAsync("/");
        var everybody = await CustomersAsync(page);

        await ClickBarAsync(page, Bars, 0);
        await Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(1);
        Assert.Matches(@"/\?segment=\d+$", page.Url);
        var few = await CustomersAsync(page);
        Assert.NotEqual(everybody, few);

        await ClickBarAsync(page, Bars, 0);
        await Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(0);
        Assert.EndsWith("/", page.Url, StringComparison.Ordinal);

        await page.GetByTestId("segment").First.Locator("td").Nth(2).ClickAsync();
        await Assertions.Expect(page.GetByTestId("segment")).ToHaveCountAsync(1);
        await page.GetByTestId("row-filter").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(0);

        await ClickBarAsync(page, Months, 4);
        await Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(1);
        Assert.Matches(@"/\?month=\d{4}-\d{2}$", page.Url);
        await page.GetByTestId("chip").ClickAsync();
        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync(everybody);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Reload_back_forward_and_a_copied_address_restore_the_filter()
    {
        var page = await OpenAsync("/");
        var everybody = await CustomersAsync(page);
        await page.GetByTestId("row-filter").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(1);
        var few = await CustomersAsync(page);
        var address = page.Url;

        await page.ReloadAsync();
        await ExpectAsync(page, few, 1);
        await page.GoBackAsync();
        await ExpectAsync(page, everybody, 0);
        await page.GoForwardAsync();
        await ExpectAsync(page, few, 1);

        var elsewhere = await OpenAsync(new Uri(address).PathAndQuery);
        await ExpectAsync(elsewhere, few, 1);
        await elsewhere.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_definition_is_read_by_keyboard_and_the_segment_s_name_leads_to_its_page()
    {
        var page = await OpenAsync("/");
        var tile = page.GetByTestId("tile-recency");
        await Assertions.Expect(tile.GetByTestId("definition")).ToBeHiddenAsync();

        await tile.GetByRole(AriaRole.Button).FocusAsync();

        await Assertions.Expect(tile.GetByTestId("definition")).ToBeVisibleAsync();
        Assert.Matches(@"^/segments/\d+$", await page.Locator(".segment-link").First.GetAttributeAsync("href"));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync();
        var address = shop.Site.Serve();
        await page.AsAsync(shop.Site, Roles.Viewer);
        await page.GotoAsync(new Uri(address, path).ToString());
        await Assertions.Expect(page.Locator("html[data-keys=ready] .chart-drawing.js-plotly-plot")).ToHaveCountAsync(4, new() { Timeout = 30_000 });
        return page;
    }

    private static async Task ClickBarAsync(IPage page, string chart, int at)
    {
        var bar = page.Locator($"{chart} >> .barlayer .point path").Nth(at);
        await bar.EvaluateAsync("bar => bar.scrollIntoView({ block: 'center' })");
        var box = await bar.BoundingBoxAsync() ?? throw new InvalidOperationException("There is no such bar.");
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));

        // The library takes a click for one on the bar that the pointer has rested on.
        await page.Mouse.MoveAsync(x - 2, y);
        await page.Mouse.MoveAsync(x, y);
        await page.WaitForTimeoutAsync(300);
        await page.Mouse.ClickAsync(x, y);
    }

    private static Task<string> CustomersAsync(IPage page) => page.GetByTestId("tile-customers").Locator(".value").InnerTextAsync();

    private static async Task ExpectAsync(IPage page, string customers, int chips)
    {
        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync(customers);
        await Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(chips);
    }
}
