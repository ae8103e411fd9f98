using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Core.Customers;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

[Collection(BrowserFixture.Collection)]
public sealed partial class SegmentBrowserTests(BrowserFixture browser, ShopSite shop) : IClassFixture<ShopSite>
{
    private const string Hostile = "<img src=x onerror=alert(1)>";
    private const string Formula = "=cmd|' /C calc'!A0";

    private readonly Uri _address = shop.Site.Serve();

    [BrowserFact]
    public async Task The_address_restores_what_is_compared_after_reload_back_and_copying()
    {
        var segments = shop.Published.Segments;
        var page = await OpenAsync(Roles.Viewer, "/segments");
        var columns = page.Locator("[data-testid=compare-table] thead th");
        await Assertions.Expect(columns).ToHaveCountAsync(segments.Length + 2);
        Assert.Equal(Whole(segments[0].Segment.Profile.Customers), await page.Locator("[data-testid=compare-table] tbody tr").First.Locator("td").Nth(1).InnerTextAsync());

        await page.GetByTestId($"pick-{segments[0].SegmentId}").ClickAsync();
        await page.GetByTestId($"pick-{segments[1].SegmentId}").ClickAsync();
        await Assertions.Expect(columns).ToHaveCountAsync(4);
        var copied = page.Url;
        await page.GetByTestId("tab-bubbles").ClickAsync();
        await page.GetByTestId("log").ClickAsync();
        await Assertions.Expect(page.GetByTestId("log")).ToHaveAttributeAsync("aria-checked", "true");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("log")).ToHaveAttributeAsync("aria-checked", "true");
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(columns).ToHaveCountAsync(4);
        await page.GotoAsync(copied);
        await Assertions.Expect(columns).ToHaveCountAsync(4);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_viewer_is_offered_no_edits()
    {
        var page = await OpenAsync(Roles.Viewer, $"/segments/{shop.Published.Segments[0].SegmentId}?tab=edit");

        await Assertions.Expect(page.GetByTestId("differences")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("tab-edit")).ToHaveCountAsync(0);
        await GoAsync(page, "/segments?view=edits");
        await Assertions.Expect(page.GetByTestId("tabs")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("edits")).ToHaveCountAsync(0);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_hostile_name_is_shown_as_it_was_typed_everywhere_and_undone()
    {
        var segment = shop.Published.Segments[1];
        var page = await OpenAsync(Roles.Analyst, $"/segments/{segment.SegmentId}?tab=edit");
        var dialogs = 0;
        page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        await RenameAsync(page, Hostile, Formula);
        await Assertions.Expect(page.GetByTestId("segment-name")).ToHaveTextAsync(Hostile);
        await page.WaitForTimeoutAsync(500); // the browser is told a moment later that nothing is unsaved any more
        foreach (var path in new[] { "/segments", "/segments?view=radar", "/segments?view=bubbles&log=1", "/segments?view=parallel", "/segments?view=edits", "/segments/rfm", "/", $"/segments/{segment.SegmentId}" })
        {
            await GoAsync(page, path);
            await page.WaitForTimeoutAsync(500);
            Assert.Equal(0, await page.Locator("img[src=x]").CountAsync());
        }

        var csv = await (await page.Context.APIRequest.GetAsync(new Uri(_address, "/export/segment-edits.csv").ToString())).TextAsync();
        Assert.DoesNotContain("\"=cmd", csv, StringComparison.Ordinal);
        await GoAsync(page, $"/segments/{segment.SegmentId}?tab=edit");
        await page.Locator("[data-testid^=undo-]").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("segment-name")).ToContainTextAsync(segment.Segment.Name.English);
        Assert.Equal(0, dialogs);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Merged_segments_are_one_on_every_page_until_they_are_split_back()
    {
        var (kept, taken) = (shop.Published.Segments[^1], shop.Published.Segments[^2]);
        var page = await OpenAsync(Roles.Analyst, $"/segments/{kept.SegmentId}?tab=edit");
        await page.GetByTestId($"merge-{taken.SegmentId}").CheckAsync();
        await page.GetByTestId("do-merge").ClickAsync();

        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync(Whole(kept.Segment.Profile.Customers + taken.Segment.Profile.Customers));
        await GoAsync(page, $"/segments/{taken.SegmentId}");
        await Assertions.Expect(page.GetByTestId("segment-name")).ToContainTextAsync(kept.Segment.Name.English);
        await GoAsync(page, "/segments?view=edits");
        await page.Locator("[data-testid^=undo-]").First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-testid^=undo-]")).ToHaveCountAsync(0);
        await GoAsync(page, $"/segments/{kept.SegmentId}");
        await Assertions.Expect(page.GetByTestId("tile-customers").Locator(".value")).ToHaveTextAsync(Whole(kept.Segment.Profile.Customers));
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task The_grid_counts_everybody_and_cut_points_live_in_the_address()
    {
        var customers = await CustomersAsync();
        var page = await OpenAsync(Roles.Viewer, "/segments/rfm?r=10,20,30,40");
        await Assertions.Expect(page.GetByTestId("rfm-total")).ToContainTextAsync(Whole(customers.Ids.Length));

        var recency = customers.Features[customers.FeatureNames.IndexOf("recency_days")];
        var invoices = customers.Features[customers.FeatureNames.IndexOf("qtty_invoices")];
        var frequencyBound = double.Parse(await page.GetByTestId("cut-f-4").InputValueAsync(), CultureInfo.InvariantCulture);
        var expected = recency.Zip(invoices).Count(customer => customer.First <= 10 && customer.Second > frequencyBound);
        Assert.StartsWith(Whole(expected), await page.GetByTestId("cell-5-5").Locator("a").InnerTextAsync(), StringComparison.Ordinal);
        var link = await page.GetByTestId("cell-5-5").Locator("a").GetAttributeAsync("href");
        Assert.Matches(CustomersLink(), link!);

        await page.GetByTestId("cell-5-5").Locator("a").ClickAsync();
        await page.GetByTestId("customer").First.Locator("th a").ClickAsync();
        await Assertions.Expect(page.GetByTestId("rfm-cuts")).ToHaveTextAsync("cut points that were set: Recency 10 | 20 | 30 | 40");
        await GoAsync(page, "/segments/rfm?r=10,20,30,40");

        await page.GetByTestId("cut-r-1").FillAsync("5");
        await page.GetByTestId("apply-cuts").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(OtherCuts());
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("cut-r-1")).ToHaveValueAsync("5");
        await page.GetByTestId("reset-cuts").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(_address, "/segments/rfm").ToString());
        await page.CloseAsync();
    }

    private static string Whole(double value) => value.ToString("N0", CultureInfo.GetCultureInfo("en-US"));

    private static async Task RenameAsync(IPage page, string english, string portuguese)
    {
        await page.GetByTestId("name-en").FillAsync(english);
        await page.GetByTestId("name-pt").FillAsync(portuguese);
        await page.GetByTestId("save-name").ClickAsync();
        await Assertions.Expect(page.GetByTestId("done")).ToBeVisibleAsync();
    }

    private async Task<CustomerColumns> CustomersAsync()
    {
        var store = new RunStore(Path.Combine(shop.Site.DataFolder, "insiders.db"));
        return await store.ReadCustomersAsync(shop.Published.Run.Id, CancellationToken.None);
    }

    private async Task<IPage> OpenAsync(string role, string path)
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, role);
        await GoAsync(page, path);
        return page;
    }

    /// <summary>Opens a page and waits until it answers: what is typed or clicked before it is connected is lost.</summary>
    private async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(_address, path).ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
    }

    [GeneratedRegex(@"^/customers\?recency_days=\d+\.\.\d+&qtty_invoices=\d+\.\.\d+&r=10%2C20%2C30%2C40$")]
    private static partial Regex CustomersLink();

    [GeneratedRegex(@"/segments/rfm\?r=5(?:%2C|,)20(?:%2C|,)30(?:%2C|,)40$")]
    private static partial Regex OtherCuts();
}
