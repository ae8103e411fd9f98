using System.Globalization;
using System.Net;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Charts.Rendering;
using Insiders.Web.Charts.Spec;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>Every kind of chart in a real browser, under the policy of the real site.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class ChartBrowserTests(BrowserFixture browser, SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Whole = "/lib/plotly.js";

    // The page's own module and libraries, with a page behind it that writes down what it is told.
    private const string Draw = """
        async ([json, id, whole]) => {
            const module = await import('/js/charts.js');
            document.getElementById(id)?.remove();
            const host = Object.assign(document.createElement('div'), { id });
            host.style.cssText = 'position:fixed;inset:0;z-index:9999;background:#fff;width:900px;height:500px';
            document.body.append(host);
            window.told = window.told ?? [];
            const page = { invokeMethodAsync: async (name, ...values) => {
                window.told.push([name, ...values].join(' '));
                return null;
            } };
            return await module.draw(host, json, whole ?? null, page, true);
        }
        """;

    [BrowserFact]
    public async Task Every_kind_is_drawn_with_hostile_names_and_no_script_of_theirs_runs()
    {
        var (page, complaints) = await OpenAsync();

        foreach (var (spec, at) in SampleCharts.All.Select((spec, at) => (spec, at)))
        {
            var figure = PlotlyFigure.Of(spec, dark: at % 2 == 1, CultureInfo.GetCultureInfo("pt-BR"));

            Assert.True(await page.EvaluateAsync<bool>(Draw, new object[] { figure.ToJson(), $"chart-{at}" }));

            await page.WaitForSelectorAsync($"#chart-{at} .main-svg");
            Assert.Equal(0, await page.Locator($"#chart-{at} img").CountAsync());
            await page.EvaluateAsync($"document.getElementById('chart-{at}').remove()");
        }

        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task Kinds_that_the_small_library_lacks_are_drawn_by_the_whole_one_under_the_same_policy()
    {
        var (page, complaints) = await OpenAsync();

        foreach (var (figure, at) in SampleFullCharts.All.Select((figure, at) => (figure, at)))
        {
            Assert.True(await page.EvaluateAsync<bool>(Draw, new object[] { figure.ToJson(), $"whole-{at}", Whole }));

            await page.WaitForSelectorAsync($"#whole-{at} :is(.sankey-link, .treemaplayer .slice, .violinlayer path)");
            Assert.Equal(0, await page.Locator($"#whole-{at} img").CountAsync());
        }

        // What the small library draws stays with it.
        Assert.True(await page.EvaluateAsync<bool>(Draw, new object[] { PlotlyFigure.Of(SampleCharts.Bars, dark: false, CultureInfo.InvariantCulture).ToJson(), "bars" }));
        await page.WaitForSelectorAsync("#bars .bars .point");
        Assert.Equal(1, await page.EvaluateAsync<int>($"performance.getEntriesByName(new URL('{Whole}', location).href).length"));
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task A_page_asks_for_the_whole_library_once_its_other_charts_stand_and_only_where_a_chart_needs_it()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(site, Roles.Viewer);
        await page.AddInitScriptAsync("document.addEventListener('charts-drawn', () => { window.stood = performance.now(); });");
        var small = Place("Bars", PlotlyFigure.Of(SampleCharts.Bars, dark: false, CultureInfo.InvariantCulture), "");
        var whole = Place("Flow", SampleFullCharts.Flow, $"data-library=\"{Whole}\"");
        await page.RouteAsync("**/glossary", async route =>
        {
            var answer = await route.FetchAsync();
            var body = (await answer.TextAsync()).Replace("<div id=\"blazor-error-ui\"", $"{whole}{small}<div id=\"blazor-error-ui\"", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = body });
        });

        await page.GotoAsync(new Uri(site.Serve(), "/glossary").ToString());
        await page.WaitForSelectorAsync(".sankey-link");

        var times = await page.EvaluateAsync<double[]>($"[window.stood, performance.getEntriesByName('first-paint')[0].startTime, performance.getEntriesByName(new URL('{Whole}', location).href)[0].startTime]");
        Assert.Equal(1, await page.Locator(".bars .points").CountAsync());
        Assert.True(times[0] <= times[2] && times[1] < times[2], $"The small chart stood after {times[0]} ms, the page was painted after {times[1]}, and the whole library asked for after {times[2]}.");

        await page.GotoAsync(site.Serve().ToString());
        await UntilAsync(page, "window.DotNet !== undefined");
        Assert.Equal(0, await page.EvaluateAsync<int>("performance.getEntriesByType('resource').filter(asked => /lib.plotly[.]/.test(asked.name)).length"));

        static string Place(string name, PlotlyFigure figure, string library)
            => $"<div class=\"chart\" aria-label=\"{name}\"><div class=\"chart-place\" data-figure=\"{WebUtility.HtmlEncode(figure.ToJson())}\" {library}></div></div>";
    }

    [BrowserFact]
    public async Task A_click_on_a_bar_tells_which_and_its_names_are_read_as_they_are()
    {
        var (page, complaints) = await OpenAsync();
        var figure = PlotlyFigure.Of(SampleCharts.Bars, dark: false, CultureInfo.InvariantCulture);

        await page.EvaluateAsync<bool>(Draw, new object[] { figure.ToJson(), "bars" });

        Assert.Equal([SampleCharts.Markup.Replace(" onerror", "onerror", StringComparison.Ordinal), SampleCharts.Formula], (await page.Locator("#bars .ytick").AllTextContentsAsync()).Order());
        var bar = await page.Locator("#bars .barlayer .point").Nth(1).BoundingBoxAsync();
        await page.Mouse.ClickAsync(bar!.X + 30, bar.Y + (bar.Height / 2));
        await ToldAsync(page, "OnPicked 0 1");
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task A_chart_with_names_beside_its_axes_needs_no_wider_margins_and_is_drawn_once()
    {
        var (page, _) = await OpenAsync();

        foreach (var spec in OrdinaryCharts())
        {
            var figure = PlotlyFigure.Of(spec, dark: false, CultureInfo.InvariantCulture);

            await page.EvaluateAsync<bool>(Draw, new object[] { figure.ToJson(), "once" });

            // Where margins are not wide enough, Plotly widens them, draws everything once more, and counts.
            var again = await page.EvaluateAsync<int?>("() => document.querySelector('#once .chart-drawing')._fullLayout._redrawFromAutoMarginCount");
            Assert.True(again is null, $"{spec.GetType().Name} is drawn more than once.");
        }
    }

    [BrowserFact]
    public async Task A_chart_that_becomes_as_narrow_as_a_telephone_has_a_name_a_line_and_gives_the_room_back()
    {
        const string Height = "document.querySelector('#fits .chart-drawing')._fullLayout.height";
        var (page, _) = await OpenAsync();
        var bars = SampleCharts.Columns.Series[0].Bars;
        var spec = SampleCharts.Columns with { Series = [.. Enumerable.Range(0, 5).Select(at => new BarSeries($"Segment {at}", "#0072B2", [.. bars.Select(bar => bar with { IsPartial = false })]))] };
        await page.EvaluateAsync<bool>(Draw, new object[] { PlotlyFigure.Of(spec, dark: false, CultureInfo.InvariantCulture).ToJson(), "fits" });
        Assert.Equal(spec.Height, await page.EvaluateAsync<int>(Height));

        await page.EvaluateAsync("document.getElementById('fits').style.width = '360px'");
        await UntilAsync(page, $"{Height} === {spec.Height + 60}"); // three lines more than two names have

        await page.EvaluateAsync("document.getElementById('fits').style.width = '900px'");
        await UntilAsync(page, $"{Height} === {spec.Height}");
    }

    // Names, numbers and days as long as those of a shop.
    private static ChartSpec[] OrdinaryCharts()
    {
        var bar = SampleCharts.Bars.Series[0].Bars[1];
        var shares = new ChartAxis("Share of customers") { Ticks = TickStyle.Percent, From = 0, To = 1 };
        var nowhere = new ChartAxis("") { Ticks = TickStyle.None };
        var days = Enumerable.Range(0, 50).Select(day => new DateOnly(2017, 1, 1).AddDays(7 * day)).ToArray();
        return
        [
            SampleCharts.Bars with { Values = new ChartAxis("Revenue"), Series = [new("Revenue", bar.Colour!, [bar with { Label = "Occasional medium spenders" }, bar with { Label = "Insiders & friends" }])] },
            SampleCharts.Columns with { MostNamed = 3, Series = [new("Days", bar.Colour!, [.. days.Select(day => bar with { Label = day.ToString("d MMM yy", CultureInfo.InvariantCulture), Value = day.Day })])] },
            SampleCharts.Lines with { X = shares, Y = shares, Series = [new("Share", bar.Colour!, [new(0, 0, "none", "a"), new(1, 1, "all", "b")])], References = [new("Equal shares", 0, 0, 1, 1)] },
            SampleCharts.Distribution with { Height = 500, X = new ChartAxis("Revenue"), Y = shares },
            SampleCharts.Points with { X = nowhere, Y = nowhere },
            SampleCharts.Timeline with { Y = new ChartAxis("Amount"), Series = [new("Purchases", bar.Colour!, "circle", [.. days.Select(day => new TimelineEvent(day, 1_000 * day.Day, "bought", "i"))])] },
        ];
    }

    private static Task ToldAsync(IPage page, string what) => UntilAsync(page, $"window.told.includes('{what}')");

    // Waiting by the browser itself would evaluate texts, which the policy forbids.
    private static async Task UntilAsync(IPage page, string condition)
    {
        for (var left = 600; !await page.EvaluateAsync<bool>(condition); left--)
        {
            Assert.True(left > 0, $"Not in a minute: {condition}");
            await Task.Delay(100);
        }
    }

    private async Task<(IPage Page, List<string> Complaints)> OpenAsync()
    {
        site.Serve();
        var page = await browser.OpenAsync();
        List<string> complaints = [];
        page.Dialog += (_, dialog) =>
        {
            complaints.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.AsAsync(site, Roles.Viewer);
        await page.GotoAsync(site.Serve().ToString());
        await UntilAsync(page, "window.DotNet !== undefined");
        return (page, complaints);
    }
}
