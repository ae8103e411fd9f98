using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>What people come for, in few presses, over the real ledger: from the overview on, every press counted.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class CountedClicksTests(BrowserFixture browser, RealSite real) : IClassFixture<RealSite>
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-GB");

    [BrowserFact(NeedsRealFile = true)]
    public async Task The_map_without_the_largest_country_is_two_clicks_away_and_zoom_and_panel_stay_in_sight()
    {
        var page = await OpenAsync(1280);
        await page.Locator(".app-drawer a[href='/map']").ClickAsync();
        await page.GetByTestId("without").ClickAsync();
        var others = real.Customers.Countries.Count(country => country != "United Kingdom");
        await Assertions.Expect(page.GetByTestId("left-out")).ToContainTextAsync($"Without United Kingdom: its {(real.Customers.Ids.Length - others).ToString("N0", s_english)} customers");
        Assert.InRange(await page.TakePressesAsync(), 1, 2);

        await Assertions.Expect(page.GetByTestId("country-row")).ToHaveCountAsync(35);
        await Assertions.Expect(page.GetByTestId("all-countries").Locator("td").First).ToHaveTextAsync(others.ToString("N0", s_english));
        await DrawnAsync(page);
        var home = await ViewAsync(page);
        for (var i = 0; i < 3; i++)
        {
            await page.Locator(".modebar-btn").First.ClickAsync();
        }

        await page.WaitForFunctionAsync("width => { const [left, right] = document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range; return right - left < width / 4; }", home[1] - home[0]);
        var zoomed = await ViewAsync(page);
        await page.GetByTestId("metric").SelectOptionAsync("customers");
        await Assertions.Expect(page.Locator(".chart-card h2").First).ToHaveTextAsync("Customers by country");
        await DrawnAsync(page);
        Assert.Equal(zoomed, await ViewAsync(page), Near); // the whole world again, before
        Assert.Equal((home[0] + home[1]) / 2, (zoomed[0] + zoomed[1]) / 2, 2.0);
        Assert.Equal((home[2] + home[3]) / 2, (zoomed[2] + zoomed[3]) / 2, 2.0);
        await page.Locator(".modebar-btn").Nth(2).ClickAsync();
        await page.WaitForFunctionAsync("left => Math.abs(document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range[0] - left) < 2", home[0]);
        await page.GetByTestId("region-world").ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range[1] > 2700");

        await page.Locator("[data-country=Japan] th a").ClickAsync();
        await Assertions.Expect(page.GetByTestId("country-name")).ToHaveTextAsync("Japan");
        await Assertions.Expect(page.GetByTestId("country-name")).ToBeInViewportAsync();
        await page.Context.CloseAsync();

        var telephone = await OpenAsync(390, "/map");
        await telephone.Locator("[data-country=Japan] th a").ClickAsync();
        await Assertions.Expect(telephone.GetByTestId("country-name")).ToHaveTextAsync("Japan");
        await Assertions.Expect(telephone.GetByTestId("country-name")).ToBeInViewportAsync();
        await telephone.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task Germany_with_bounds_of_revenue_and_recency_is_a_file_within_eight_clicks()
    {
        var page = await OpenAsync(1280);
        await page.Locator(".app-drawer a[href='/customers']").ClickAsync();
        await page.GetByTestId("countries").Locator("summary").ClickAsync();
        await page.GetByTestId("countries").GetByLabel("Germany").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("country=Germany"));
        await page.GetByTestId("ranges").Locator("> summary").ClickAsync();
        await Assertions.Expect(page.GetByTestId("range-from")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("1000");
        await page.GetByTestId("range-recency_days").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("gross_revenue=1000"));
        await Assertions.Expect(page.GetByTestId("range-from")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByTestId("range-from")).ToHaveValueAsync("");
        await page.Keyboard.TypeAsync("91");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("recency_days=91"));
        await page.GetByTestId("export-customers").Locator("summary").ClickAsync();
        var rows = await FileAsync(page, () => page.GetByTestId("export-customers").GetByTestId("export-csv").ClickAsync());
        Assert.InRange(await page.TakePressesAsync(), 1, 8);

        var (revenue, recency) = (real.Feature("gross_revenue", Everybody), real.Feature("recency_days", Everybody));
        var expected = Everybody.Where(row => real.Customers.Countries[row] == "Germany" && revenue[row] >= 1_000 && recency[row] >= 91).Select(row => real.Customers.Ids[row]).ToArray();
        Assert.Equal(7, expected.Length);
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync("7 of 4,312 customers");
        Assert.All(["Revenue", "Recency (days)"], heading => Assert.Contains(rows[0], cell => cell.StartsWith(heading, StringComparison.Ordinal)));

        // While somebody types, the list follows, and the address after it.
        await page.GotoAsync(new Uri(real.Site.Serve(), "/customers").ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await page.Locator(".customer-search input").PressSequentiallyAsync("irland", new() { Delay = 40 });
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync("3 of 4,312 customers");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=irland$"));
        await Assertions.Expect(page.Locator(".customer-search input")).ToHaveValueAsync("irland");
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task An_audience_by_rule_takes_four_clicks()
    {
        var page = await OpenAsync(1280);
        await page.Locator(".app-drawer a[href='/customers']").ClickAsync();
        await page.GetByTestId("stage-slipping").ClickAsync();
        await page.GetByTestId("audience-rule").ClickAsync();
        await page.GetByTestId("save-audience").ClickAsync();
        await Assertions.Expect(page.GetByTestId("audience-saved")).ToBeVisibleAsync();
        Assert.Equal(4, await page.TakePressesAsync());

        // Its page says by which rule, and lists the same customers.
        var listed = await page.GetByTestId("count").InnerTextAsync();
        await page.GetByTestId("audience-saved").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByTestId("audience-kind")).ToContainTextAsync("Slipping");
        await page.GetByTestId("audience-customers").ClickAsync();
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync(listed);
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task An_audience_is_saved_and_had_as_a_file_within_four_clicks_of_the_overview()
    {
        var page = await OpenAsync(1280);
        await page.Locator(".app-drawer a[href='/explore']").ClickAsync();
        await page.WaitForSelectorAsync("[data-testid=points][data-state=drawn]");
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await LassoAsync(page);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("lasso="));
        await page.GetByTestId("save-audience").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"audience=\d+$"));
        await page.GetByTestId("selection").GetByTestId("export-audience").Locator("summary").ClickAsync();
        var rows = await FileAsync(page, () => page.GetByTestId("selection").GetByTestId("export-audience").GetByTestId("export-csv").ClickAsync());
        Assert.InRange(await page.TakePressesAsync(), 1, 5); // the lasso is a press of its own: four clicks and a drag

        var picked = int.Parse(await page.GetByTestId("picked-count").InnerTextAsync(), NumberStyles.AllowThousands, s_english);
        Assert.InRange(picked, 1, 4_311);
        Assert.Equal(picked, rows.Count - 1);

        // The same beside the list, where a filter picks: save, open the menu, take the file.
        await page.GotoAsync(new Uri(real.Site.Serve(), "/customers?country=Germany").ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await page.TakePressesAsync();
        await page.GetByTestId("save-audience").ClickAsync();
        await page.GetByTestId("audience-saved").Locator("summary").ClickAsync();
        var germans = await FileAsync(page, () => page.GetByTestId("audience-saved").GetByTestId("export-csv").ClickAsync());
        Assert.Equal(3, await page.TakePressesAsync());
        Assert.Equal(94, germans.Count - 1);
        Assert.Equal(10, germans[0].Length); // the customer, and the nine columns of the page
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task This_month_stands_against_the_last_and_slipping_customers_above_a_thousand_are_a_workbook_within_three_clicks()
    {
        var page = await OpenAsync(1280);
        var november = double.Parse(Revenue("2017-11-01", "2017-11-30"), CultureInfo.InvariantCulture);
        var october = double.Parse(Revenue("2017-10-01", "2017-10-31"), CultureInfo.InvariantCulture);
        await Assertions.Expect(page.GetByTestId("front-revenue")).ToContainTextAsync(november.ToString("N0", s_english));
        await Assertions.Expect(page.GetByTestId("front-revenue").GetByTestId("delta")).ToContainTextAsync(((november / october) - 1).ToString("+0.0%", s_english));
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.GetByTestId("period")).ToHaveTextAsync("Oct 2017");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("period=2017-10.*compare=none"));
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByTestId("period")).ToHaveTextAsync("Nov 2017");
        await page.TakePressesAsync();

        await page.GetByTestId("front-slipping-large").ClickAsync();
        var count = Regex.Match(await page.GetByTestId("count").InnerTextAsync(), @"[\d,]+").Value;
        await page.GetByTestId("export-customers").Locator("summary").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("export-customers").GetByTestId("export-xlsx").ClickAsync());
        Assert.InRange(await page.TakePressesAsync(), 1, 3);
        Assert.Contains($"{count} of 4,312", download.SuggestedFilename, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private string Revenue(string from, string until)
    {
        using var session = LedgerSession.Open([], 1, 500, null);
        return TestLedger.Scalar(session, $"SELECT sum(amount) FROM read_parquet('{real.SalesFile}') WHERE quantity >= 0 AND CAST(sold_at AS DATE) BETWEEN DATE '{from}' AND DATE '{until}'");
    }

    private int[] Everybody => [.. Enumerable.Range(0, real.Customers.Ids.Length)];

    private static bool Near(double one, double other) => Math.Abs(one - other) < 2;

    private async Task<IPage> OpenAsync(int width, string path = "/")
    {
        var page = await browser.OpenAsync(width, width < 500 ? 844 : 900);
        await page.AsAsync(real.Site, Roles.Viewer);
        await page.CountPressesAsync();
        await page.GotoAsync(new Uri(real.Site.Serve(), path).ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await page.TakePressesAsync();
        return page;
    }

    private static async Task DrawnAsync(IPage page)
    {
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-drawn]");
        await page.WaitForTimeoutAsync(300); // a picture on its way
    }

    private static Task<double[]> ViewAsync(IPage page)
        => page.EvaluateAsync<double[]>("() => { const { xaxis, yaxis } = document.querySelector('.js-plotly-plot')._fullLayout; return [...xaxis.range, ...yaxis.range]; }");

    // Around the left half of the map; Shift is the lasso.
    private static async Task LassoAsync(IPage page)
    {
        var box = (await page.GetByTestId("points").BoundingBoxAsync())!;
        await page.Keyboard.DownAsync("Shift");
        await page.Mouse.MoveAsync(box.X + 6, box.Y + 6);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in new[] { (box.Width / 2, 6f), (box.Width / 2, box.Height - 6), (6f, box.Height - 6), (6f, 8f) })
        {
            await page.Mouse.MoveAsync(box.X + x, box.Y + y, new() { Steps = 8 });
        }

        await page.Mouse.UpAsync();
        await page.Keyboard.UpAsync("Shift");
    }

    private static async Task<List<string[]>> FileAsync(IPage page, Func<Task> ask)
    {
        var download = await page.RunAndWaitForDownloadAsync(ask);
        using var text = new StreamReader(await download.CreateReadStreamAsync());
        return [.. (await text.ReadToEndAsync()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(line.Contains(';') ? ';' : ','))];
    }
}
