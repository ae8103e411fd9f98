using System.Globalization;
using System.Text;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Navigation;
using Insiders.Web.Shell;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>A shop whose customers, segments, products and countries bear hostile names: every page shows them as they are written, and none of them does anything.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class HostileNamesTests(BrowserFixture browser, HostileShop shop) : IClassFixture<HostileShop>
{
    // An element that a name made: a picture of theirs, or anything that brings a script along.
    private const string Made = "img[src='x' i], [onerror], [src='x' i]";

    // Places in a chart, as parts of its width and height: somewhere among them lies what has a hover text.
    private static readonly (float X, float Y)[] s_places =
        [(0.06f, 0.2f), (0.15f, 0.3f), (0.25f, 0.5f), (0.35f, 0.7f), (0.5f, 0.25f), (0.5f, 0.5f), (0.5f, 0.85f), (0.65f, 0.4f), (0.75f, 0.6f), (0.9f, 0.8f)];

    // Pages of the menu and beyond it that show none of these names.
    private static readonly string[] s_nameless = ["/settings", "/glossary", "/data/import", "/runs/new", "/settings/recipe", "/settings/cleaning", "/settings/schedule", "/settings/general", "/settings/backup"];

    private static readonly string[] s_tabs = ["", "?tab=products", "?tab=sales", "?tab=members", "?tab=edit"];
    private static readonly string[] s_names = [HostileNames.Markup, HostileNames.Formula];

    private readonly Uri _address = shop.Site.Serve();
    private readonly List<string> _complaints = [];

    [BrowserFact]
    public async Task Every_page_shows_hostile_names_as_they_are_written_and_nothing_of_theirs_runs()
    {
        var page = await OpenAsync();
        List<string> hovered = [], problems = [];
        foreach (var path in Addresses())
        {
            await GoAsync(page, path);
            await DrawnAsync(page);
            if (HostileNames.AreIn(await page.Locator(".mud-main-content").InnerTextAsync()) == s_nameless.Contains(path.Split('?')[0]))
            {
                _complaints.Add(s_nameless.Contains(path.Split('?')[0]) ? "shows names" : "shows no names");
            }

            hovered.AddRange(await HoverAsync(page));
            problems.AddRange(await ComplaintsAsync(page, path));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Contains(hovered, text => text.Contains(HostileNames.Markup, StringComparison.Ordinal));
        Assert.Contains(hovered, text => text.Contains(HostileNames.Formula, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task The_map_of_customers_tells_them_in_its_card_its_legend_its_lists_and_a_search()
    {
        var page = await OpenAsync();
        await GoAsync(page, $"/explore?find={Uri.EscapeDataString(HostileNames.Markup)}");
        await page.WaitForSelectorAsync("[data-testid=points][data-state=drawn]");
        await Assertions.Expect(page.GetByTestId("hover-card")).ToContainTextAsync(HostileNames.Markup);
        await Assertions.Expect(page.GetByTestId("legend-entry").First).ToContainTextAsync(HostileNames.Markup);
        await Assertions.Expect(page.GetByTestId("audience").Last).ToContainTextAsync(HostileNames.Markup);
        await HarmlessAsync(page, "the map of customers");

        await GoAsync(page, $"/explore?audience={shop.AudienceId}");
        await Assertions.Expect(page.GetByTestId("picked-count")).ToHaveTextAsync("2");
        Assert.Equal(s_names.Order(), (await page.Locator("[data-testid=picked-row] th a").AllInnerTextsAsync()).Order());
        await HarmlessAsync(page, "an audience");

        foreach (var name in s_names)
        {
            await page.GetByTestId("open-search").ClickAsync();
            await page.GetByTestId("search-text").FillAsync(name);
            await Assertions.Expect(page.GetByTestId("hit").First).ToContainTextAsync(name);
            await HarmlessAsync(page, "a search");
            await page.Keyboard.PressAsync("Escape");
        }

        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_file_of_hostile_names_is_looked_at_and_imported_as_any_other()
    {
        var page = await OpenAsync();
        await page.GotoAsync(new Uri(_address, "/data/import").ToString());
        await page.WaitForSelectorAsync(".drop-zone[data-ready=true]");
        var file = HostileNames.Ledger().Replace("2017-", "2018-", StringComparison.Ordinal);
        await page.Locator("[data-testid=file-input]").SetInputFilesAsync(new FilePayload { Name = $"{HostileNames.Markup}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await Assertions.Expect(page.GetByTestId("preview-row").First).ToContainTextAsync(HostileNames.Markup, new() { Timeout = 30_000 });
        await HarmlessAsync(page, "the preview");

        await page.GetByTestId("start-import").ClickAsync();
        await Assertions.Expect(page.GetByTestId("count-rejected")).ToHaveTextAsync("2", new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByTestId("reject").First).ToContainTextAsync(HostileNames.Markup);
        await Assertions.Expect(page.GetByTestId("reject").Last).ToContainTextAsync(HostileNames.Formula);
        await HarmlessAsync(page, "the rejected rows");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("download-rejects").ClickAsync());
        Assert.Contains($",'{HostileNames.Formula},", (await File.ReadAllTextAsync(await download.PathAsync())).Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await GoAsync(page, "/data");
        await Assertions.Expect(page.GetByTestId("import").First).ToContainTextAsync(HostileNames.Markup);
        await HarmlessAsync(page, "the list of imports");
        await page.Context.CloseAsync();
    }

    private IEnumerable<string> Addresses()
    {
        var (markup, formula) = (Uri.EscapeDataString(HostileNames.Markup), Uri.EscapeDataString(HostileNames.Formula));
        var segments = shop.Published.Segments.Select(segment => segment.SegmentId.ToString(CultureInfo.InvariantCulture)).ToArray();
        return
        [
            .. PageCatalog.All.Select(entry => entry.Address).Where(path => path is not ("/data" or "/explore")), .. s_nameless.Where(path => PageCatalog.All.All(entry => entry.Address != path)),
            $"/?segment={segments[0]}&country={markup}",
            "/segments?view=parallel", "/segments?view=radar", "/segments?view=bubbles&log=1", "/segments?view=edits",
            .. from segment in segments.Take(2) from tab in s_tabs select $"/segments/{segment}{tab}",
            $"/customers?columns=segment,country,gross_revenue&country={markup}&country={formula}", $"/customers?q={formula}",
            Links.Customer(HostileNames.Markup), $"{Links.Customer(HostileNames.Formula)}?invoice={Uri.EscapeDataString(HostileNames.Of(10).ToUpperInvariant())}", $"/customers/{markup}{formula}",
            $"/map?place={markup}", $"/map?without={formula}&region=world", Links.Product(HostileNames.Of(101).ToUpperInvariant()), $"/map?place={formula}&kind=bubbles&metric=share-{segments[0]}",
            $"/explore?country={formula}&colour=gross_revenue&depth=recency_days", "/explore?colour=cluster",
            "/data/quality", $"/runs/{shop.Published.Run.Id}", $"/glossary?q={markup}",
        ];
    }

    /// <summary>Waits for every chart of the page.</summary>
    private static async Task DrawnAsync(IPage page)
    {
        var charts = await page.GetByTestId("chart").CountAsync();
        await Assertions.Expect(page.Locator("[data-testid=chart] [data-drawn]")).ToHaveCountAsync(charts, new() { Timeout = 30_000 });
        Assert.Equal(0, await page.Locator(".chart-failed").CountAsync());
    }

    /// <summary>Goes over every chart of the page with the mouse.</summary>
    /// <returns>What hover labels said.</returns>
    private static async Task<List<string>> HoverAsync(IPage page)
    {
        List<string> said = [];
        foreach (var chart in await page.GetByTestId("chart").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            var box = (await chart.BoundingBoxAsync())!;
            foreach (var (x, y) in s_places)
            {
                await page.Mouse.MoveAsync(box.X + (box.Width * x), box.Y + (box.Height * y));
                await page.WaitForTimeoutAsync(30);
                said.AddRange(await chart.Locator(".hoverlayer .hovertext").AllTextContentsAsync());
            }
        }

        return said;
    }

    private async Task HarmlessAsync(IPage page, string where) => Assert.Empty(await ComplaintsAsync(page, where));

    /// <summary>What went wrong since it was asked last.</summary>
    private async Task<List<string>> ComplaintsAsync(IPage page, string where)
    {
        if (await page.Locator(Made).CountAsync() > 0)
        {
            _complaints.Add("a name became an element");
        }

        List<string> told = [.. _complaints.Select(complaint => $"{where}: {complaint}")];
        _complaints.Clear();
        return told;
    }

    private async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(_address, path).ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("loading")).ToHaveCountAsync(0);
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await browser.OpenAsync(1280, 1000);
        page.Dialog += (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            // A customer who is not there is 404, and the browser says so. What names would fetch is looked at below.
            if (message.Type == "error" && !message.Text.Contains("status of 404", StringComparison.Ordinal))
            {
                _complaints.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"script: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).AbsolutePath.EndsWith("/x", StringComparison.Ordinal))
            {
                _complaints.Add($"asked for {request.Url}");
            }
        };
        await page.AsAsync(shop.Site, Roles.Admin);
        return page;
    }
}
