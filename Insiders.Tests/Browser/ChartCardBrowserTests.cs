using System.Text;
using System.Xml.Linq;
using Insiders.Core.Application.Exports;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Web.Exports;
using Insiders.Web.Account;
using Insiders.Web.Exports;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>What can be done with a chart in its card, on real pages.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class ChartCardBrowserTests(BrowserFixture browser, SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly byte[] s_png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly Uri _address = site.Serve();

    [BrowserFact]
    public async Task Picture_drawing_and_data_are_downloaded_and_hold_what_the_card_shows()
    {
        var (page, card) = await OpenAsync("/", 1280);
        var bars = await card.Locator(".bars .point").CountAsync();

        var png = await DownloadAsync(page, card, "chart-png");
        var svg = XDocument.Parse(Encoding.UTF8.GetString(await DownloadAsync(page, card, "chart-svg")));
        var csv = Encoding.UTF8.GetString(await DownloadAsync(page, card, "chart-csv-semicolon-comma")).TrimEnd().Split('\n');
        var xlsx = Sheet.Read(new MemoryStream(await DownloadAsync(page, card, "chart-xlsx")));

        Assert.Equal(s_png, png[..s_png.Length]);
        Assert.Equal((1280 * 2, true), (Width(png), png.Length > 10_000)); // a picture of nothing is smaller
        Assert.Equal("svg", svg.Root!.Name.LocalName);
        Assert.Equal(bars, svg.Descendants().Count(element => element.Attribute("class")?.Value == "point"));
        Assert.Equal((bars, bars), (csv.Length - 1, xlsx.Count - 1));
        Assert.All(csv[1..], line => Assert.Matches(@"^[^;]+;\d+(,\d+)?;\d(,\d+)?$", line));
        Assert.All(xlsx.Skip(1), row => Assert.IsType<double>(row["B"]));

        // Data that left are in the audit, as any other table.
        var exports = (await new AuditLog(Path.Combine(site.DataFolder, "insiders.db")).ListAsync(0, 50, CancellationToken.None)).Entries.Where(entry => entry.Action == ExportService.Sent).ToArray();
        Assert.Equal(["XLSX", "CSV"], exports.Select(entry => ExportRecord.Read(entry.Detail)!.Format));
        Assert.All(exports, entry => Assert.Equal(("analyst@shop.example", (long?)bars), (entry.Actor, ExportRecord.Read(entry.Detail)!.Rows)));

        // Fitted to another width, the chart still makes a picture.
        await page.SetViewportSizeAsync(700, 800);
        await FitsAsync(page, card);
        Assert.Equal(1280 * 2, Width(await DownloadAsync(page, card, "chart-png")));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_table_under_a_chart_is_reached_by_keyboard_and_left_again()
    {
        var (page, card) = await OpenAsync("/", 1280);
        var bars = await card.Locator(".bars .point").CountAsync();
        var button = card.GetByTestId("view-as-table");

        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(card.GetByTestId("chart-table").Locator("tbody tr")).ToHaveCountAsync(bars);
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(button).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Space");

        await Assertions.Expect(card.GetByTestId("chart-table")).ToHaveCountAsync(0);
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_chart_fits_its_card_after_a_telephone_became_a_desk_and_back()
    {
        var (page, card) = await OpenAsync("/runs/1", 390);
        await FitsAsync(page, card);

        // The navigation opens beside the page after the window has grown: the card is widest in between.
        await page.SetViewportSizeAsync(1280, 800);
        await page.WaitForTimeoutAsync(1_500);
        await FitsAsync(page, card);

        await page.SetViewportSizeAsync(390, 800);
        await page.WaitForTimeoutAsync(1_500);
        await FitsAsync(page, card);
        await page.Context.CloseAsync();
    }

    // A chart is as wide as its place, a pixel's rounding apart, and its place is within the card.
    private static async Task FitsAsync(IPage page, ILocator card)
    {
        var drawn = card.Locator(".main-svg").First;
        var place = card.Locator(".chart-drawing");
        var (wide, wanted) = (0f, 0f);
        for (var left = 100; left > 0; left--)
        {
            (wide, wanted) = ((await drawn.BoundingBoxAsync())!.Width, (await place.BoundingBoxAsync())!.Width);
            if (Math.Abs(wide - wanted) <= 1)
            {
                break;
            }

            await page.WaitForTimeoutAsync(100);
        }

        Assert.InRange(wide, wanted - 1, wanted + 1);
        Assert.InRange(wanted, 200, (await card.BoundingBoxAsync())!.Width);
    }

    private static async Task<byte[]> DownloadAsync(IPage page, ILocator card, string item)
    {
        await card.GetByTestId("chart-menu").GetByRole(AriaRole.Button).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId(item).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        await Assertions.Expect(page.GetByTestId(item)).ToBeHiddenAsync();
        return all.ToArray();
    }

    // Bytes 16 to 19, the highest first.
    private static int Width(byte[] png) => (png[16] << 24) | (png[17] << 16) | (png[18] << 8) | png[19];

    private async Task<(IPage Page, ILocator Card)> OpenAsync(string path, int width)
    {
        var page = await browser.OpenAsync(width, 800);
        await page.AsAsync(site, Roles.Analyst);
        await page.GotoAsync(new Uri(_address, path).ToString());
        var card = page.GetByTestId("chart-card").Filter(new() { Has = page.Locator(".bars .point") }).First;
        await card.Locator(".bars .point path").First.WaitForAsync();

        // Charts stand before the page has connected; buttons answer afterwards.
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        return (page, card);
    }
}
