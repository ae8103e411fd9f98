using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>Both maps over the real ledger, beside what the database holds.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class ExploreBrowserTests(BrowserFixture browser, RealSite real) : IClassFixture<RealSite>
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [BrowserFact(NeedsRealFile = true)]
    public async Task A_lasso_around_everything_lists_all_customers_and_the_circuit_lives()
    {
        var page = await OpenAsync("/explore");
        await DrawnAsync(page);
        await page.GetByTestId("tool-lasso").ClickAsync();
        await page.WaitForSelectorAsync("[data-testid=points][data-tool=lasso]");
        var box = (await page.GetByTestId("points").BoundingBoxAsync())!;
        (float X, float Y)[] corners = [(4, 4), (box.Width - 4, 4), (box.Width - 4, box.Height - 4), (4, box.Height - 4), (4, 6)];
        await page.Mouse.MoveAsync(box.X + corners[0].X, box.Y + corners[0].Y);
        await page.Mouse.DownAsync();
        foreach (var (x, y) in corners)
        {
            await page.Mouse.MoveAsync(box.X + x, box.Y + y, new() { Steps = 8 });
        }

        await page.Mouse.UpAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/explore\?lasso="));
        await Assertions.Expect(page.Locator("#selection-title")).ToHaveTextAsync("Selection");
        await Assertions.Expect(page.GetByTestId("picked-count")).ToHaveTextAsync("4,312");

        // The circuit lives: it answers what only it can.
        await page.GetByTestId("next").ClickAsync();
        await Assertions.Expect(page.Locator(".explore-pager span")).ToHaveTextAsync("Page 2 of 173");
        var file = await page.Context.APIRequest.GetAsync(new Uri(page.Url).GetLeftPart(UriPartial.Authority) + "/export/picked.csv" + new Uri(page.Url).Query);
        Assert.Equal(4_312, (await file.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task A_box_picks_exactly_those_inside_and_a_copied_address_reload_and_back_restore_it()
    {
        var middle = real.Customers.X.Average();
        var rows = Enumerable.Range(0, real.Customers.Ids.Length).Where(row => real.Customers.X[row] < Math.Round(middle, 3)).ToArray();
        var address = string.Create(CultureInfo.InvariantCulture, $"/explore?box=-1000,-1000;{Math.Round(middle, 3)},1000&colour=recency_days");

        var page = await OpenAsync(address);
        await DrawnAsync(page);
        Assert.Equal(rows.Length.ToString("N0", s_english), await page.GetByTestId("picked-count").InnerTextAsync());
        Assert.Equal(real.Feature("gross_revenue", rows).Sum().ToString("N2", s_english), await page.Locator(".pick-figures strong[title]").GetAttributeAsync("title"));
        Assert.Equal("recency_days", await page.GetByTestId("colour").InputValueAsync());

        await page.GetByTestId("colour").SelectOptionAsync("cluster");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("colour=cluster"));
        await Assertions.Expect(page.GetByTestId("legend-entry")).ToHaveCountAsync(real.Published.Run.BestClusterCount!.Value);
        await page.ReloadAsync();
        await DrawnAsync(page);
        Assert.Equal(rows.Length.ToString("N0", s_english), await page.GetByTestId("picked-count").InnerTextAsync());
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByTestId("scale")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("picked-count")).ToHaveTextAsync(rows.Length.ToString("N0", s_english));
        await page.GoForwardAsync();
        await Assertions.Expect(page.GetByTestId("legend")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task A_customer_is_found_described_and_opened_and_colours_send_no_coordinates_again()
    {
        var page = await OpenAsync("/explore?find=17850");
        await DrawnAsync(page);
        var card = page.GetByTestId("hover-card");
        await Assertions.Expect(card).ToContainTextAsync("5,391.21");
        await Assertions.Expect(card).ToContainTextAsync("372");

        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await page.GetByTestId("colour").SelectOptionAsync("gross_revenue");
        await Assertions.Expect(page.GetByTestId("scale")).ToContainTextAsync("logarithmic");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=points]').dataset.drawn > 1");
        Assert.Contains("/explore/values", asked);
        Assert.DoesNotContain("/explore/points", asked);

        await page.GetByTestId("find").FillAsync("nobody");
        await page.GetByTestId("find").PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("not-found")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task The_map_is_drawn_before_the_page_has_connected_and_stays_as_it_is_when_it_has()
    {
        var page = await OpenAsync("/");
        var mayConnect = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await mayConnect.Task;
            await route.ContinueAsync();
        });
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);

        await page.GotoAsync(real.Site.Serve() + "explore");
        var early = await page.WaitForSelectorAsync("[data-testid=points][data-state=early]");
        Assert.Equal("4312", await early!.GetAttributeAsync("data-count"));
        await page.EvaluateAsync("() => { document.querySelector('canvas.points').isEarly = true; }");
        mayConnect.SetResult();
        await DrawnAsync(page);

        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('canvas.points').isEarly"));
        Assert.Equal("1", await page.GetByTestId("points").GetAttributeAsync("data-drawn"));
        Assert.Single(asked, "/explore/points");
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task All_countries_are_on_the_map_or_listed_and_add_up_to_the_revenue()
    {
        var page = await OpenAsync("/map?region=world");
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-drawn]");
        var rows = page.GetByTestId("country-row");
        Assert.Equal(36, await rows.CountAsync());
        Assert.Equal(real.Customers.Countries.Distinct().Order(), (await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.country)")).Order());
        var names = await page.Locator("[data-testid=country-row] th a").AllInnerTextsAsync();
        Assert.All(["Ireland", "South Africa", "Channel Islands", "United States", "European Community"], name => Assert.Contains(name, names));
        Assert.Equal(0, await page.GetByTestId("unplaced").CountAsync());
        Assert.Equal("Bubbles on the filled map are places without an outline of their own: Channel Islands, Singapore, Malta, European Community, Bahrain.", await page.GetByTestId("outlineless").InnerTextAsync());
        var sums = await page.Locator("[data-testid=country-row] td[data-value]").EvaluateAllAsync<double[]>("cells => cells.map(cell => Number(cell.dataset.value))");
        Assert.Equal(8_524_604.60, sums.Sum(), 0.005);
        await Assertions.Expect(page.GetByTestId("all-countries")).ToContainTextAsync("8,524,604.60");
        Assert.Equal((31, 5), (await page.Locator("[data-testid=chart-card] .scatterlayer .js-fill").CountAsync(), await page.Locator("[data-testid=chart-card] .scatterlayer path.point").CountAsync()));

        var australia = await page.EvaluateAsync<float[]>("""
            () => {
              const chart = document.querySelector(".js-plotly-plot"), { xaxis, yaxis, _size } = chart._fullLayout, place = chart.getBoundingClientRect();
              return [place.left + _size.l + xaxis.c2p(2050), place.top + _size.t + yaxis.c2p(-440)];
            }
            """);
        await page.Mouse.MoveAsync(australia[0] - 2, australia[1]);
        await page.Mouse.MoveAsync(australia[0], australia[1]);
        await Assertions.Expect(page.Locator(".hoverlayer")).ToContainTextAsync("139,107.89");
        await page.Mouse.ClickAsync(australia[0], australia[1]);
        await Assertions.Expect(page.GetByTestId("country-name")).ToHaveTextAsync("Australia");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ireland", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("country-revenue")).ToHaveAttributeAsync("title", real.Feature("gross_revenue", RowsOf("EIRE")).Sum().ToString("N2", s_english));
        await page.GetByTestId("bubbles").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("kind=bubbles"));
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("country-name")).ToHaveTextAsync("Ireland");
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-drawn]");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByTestId("filled")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task The_map_is_saved_as_a_drawing_of_a_shape_per_customer_and_as_one_picture_where_shapes_are_too_many()
    {
        var page = await OpenAsync("/explore");
        await DrawnAsync(page);

        var groups = XDocument.Parse(await DownloadAsync(page, () => page.GetByTestId("save-svg").ClickAsync()));
        var shapes = groups.Descendants(s_svg + "g").Single(group => (string?)group.Attribute("class") == "points").Elements(s_svg + "path").ToArray();
        Assert.Equal(4_312, shapes.Length);
        Assert.Equal(real.Published.Segments.Select(segment => segment.Colour.ToLowerInvariant()), shapes.Select(shape => (string)shape.Attribute("fill")!).Distinct().Where(fill => fill != "#a9b5ba").OrderBy(ColourOrder));
        Assert.All(shapes.Select(shape => (string)shape.Attribute("stroke")!).Distinct(), edge => Assert.InRange(ColourVision.Contrast(edge, "#ffffff"), 2.9, 21)); // 2.2 for yellow without the way to it
        var words = groups.Descendants(s_svg + "text").Select(text => text.Value).ToArray();
        Assert.Equal(["Map of customers", .. real.Published.Segments.Select(segment => segment.Segment.Name.English)], words.Select(word => word.Split(" (")[0])); // a doubt follows a name in brackets

        await page.GetByTestId("colour").SelectOptionAsync("gross_revenue");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=points]').dataset.drawn > 1");
        var scale = XDocument.Parse(await DownloadAsync(page, () => page.GetByTestId("save-svg").ClickAsync()));
        Assert.Equal(7, scale.Descendants(s_svg + "stop").Count());
        Assert.Equal(4, scale.Descendants(s_svg + "text").Count()); // the title, the feature, its first and its last value

        var many = XDocument.Parse(await DownloadAsync(page, () => page.EvaluateAsync("""
            async () => {
              const { save } = await import("/js/scatter-picture.js");
              const paint = Object.assign(document.createElement("canvas"), { width: 10, height: 10 });
              const count = 20_001;
              await save(
                { paint, over: paint, wide: 10, high: 10, ratio: 1, font: "\"A\", b", ground: "#ffffff", ink: "#000000", accent: "#0000ff", tints: new Uint8Array(4 * count), shapes: new Uint8Array(count),
                  order: new Uint32Array(count), diameter: 4, screenOf: () => [5, 5] },
                { name: "many", title: "<b>&\"", shapes: ["M0 0H1V1Z"], legend: [{ name: "=1+1</text>", colour: "#0072B2", shape: 0 }], edges: ["#0072B2"], scale: null }, "svg");
            }
            """)));
        Assert.StartsWith("data:image/png;base64,", (string?)many.Descendants(s_svg + "image").Single().Attribute("href"), StringComparison.Ordinal);
        Assert.Single(many.Descendants(s_svg + "path")); // that of the legend
        Assert.Equal(["<b>&\"", "=1+1</text>"], many.Descendants(s_svg + "text").Select(text => text.Value));
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task The_points_are_on_paper()
    {
        var page = await OpenAsync("/explore");
        await DrawnAsync(page);

        Assert.Equal(0, await InkAsync());
        await page.EvaluateAsync("() => window.dispatchEvent(new Event('beforeprint'))");
        Assert.InRange(await InkAsync(), 10_000, int.MaxValue);
        await page.EvaluateAsync("() => new Promise(done => { window.dispatchEvent(new Event('afterprint')); requestAnimationFrame(() => requestAnimationFrame(done)); })");
        Assert.Equal(0, await InkAsync());
        await page.Context.CloseAsync();

        // Pixels of the canvas that printers see.
        Task<int> InkAsync() => page.EvaluateAsync<int>("""
            () => {
              const canvas = document.querySelector("canvas.over");
              return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.filter((value, at) => at % 4 === 3 && value > 0).length;
            }
            """);
    }

    private int ColourOrder(string colour) => real.Published.Segments.Select(segment => segment.Colour).ToList().FindIndex(known => known.Equals(colour, StringComparison.OrdinalIgnoreCase));

    private static async Task<string> DownloadAsync(IPage page, Func<Task> ask)
    {
        var download = await page.RunAndWaitForDownloadAsync(ask);
        using var text = new StreamReader(await download.CreateReadStreamAsync());
        return await text.ReadToEndAsync();
    }

    private int[] RowsOf(string country) => [.. Enumerable.Range(0, real.Customers.Ids.Length).Where(row => real.Customers.Countries[row] == country)];

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync(1280, 1100); // The whole map fits: a mouse cannot leave the window.
        await page.AsAsync(real.Site, Roles.Viewer);
        await page.GotoAsync(real.Site.Serve().ToString().TrimEnd('/') + path);
        return page;
    }

    private static async Task DrawnAsync(IPage page)
        => Assert.Equal("4312", await (await page.WaitForSelectorAsync("[data-testid=points][data-state=drawn]"))!.GetAttributeAsync("data-count"));
}
