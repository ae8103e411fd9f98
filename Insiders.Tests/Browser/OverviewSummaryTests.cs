using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>What the first page says of the real ledger, beside a query of what is stored.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class OverviewSummaryTests(BrowserFixture browser, RealSite real) : IClassFixture<RealSite>
{
    // 1, 5, 10 and 20 % of 4,312 customers, rounded up.
    private static readonly int[] s_best = [44, 216, 432, 863];
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    [BrowserFact(NeedsRealFile = true)]
    public async Task Every_tile_is_the_base_s()
    {
        var page = await OpenAsync("/");
        var all = Enumerable.Range(0, real.Customers.Ids.Length).ToArray();
        var revenue = real.Feature("gross_revenue", all);

        Assert.Equal("8,524,604.60", await TileAsync(page, "revenue"));
        Assert.Equal("4,312", await TileAsync(page, "customers"));
        Assert.Equal("1,976.95", await TileAsync(page, "mean-revenue"));
        Assert.Equal("674.69", await TileAsync(page, "median-revenue"));
        Assert.Equal(Money(revenue.Sum()), await TileAsync(page, "revenue"));
        Assert.Equal(Money(Median(revenue)), await TileAsync(page, "median-revenue"));
        Assert.Equal($"{real.Feature("recency_days", all).Average().ToString("N1", s_english)} days", await TileAsync(page, "recency"));
        Assert.Equal(91.95, real.Feature("recency_days", all).Average(), 0.005);
        Assert.Equal(Whole(real.Feature("qtty_items", all).Sum()), await TileAsync(page, "items"));
        Assert.Equal(Percent(real.Feature("gross_revenue", MembersOf(0)).Sum() / revenue.Sum()), await TileAsync(page, "top-share"));
        Assert.Equal(Money(Ask($"SELECT CAST(sum(quantity * unit_price) AS DOUBLE) FROM read_parquet('{Ledger}') WHERE customer_id IS NULL AND quantity >= 0")[0]), await TileAsync(page, "unattributed"));
        Assert.Equal(8, await page.GetByTestId("definition").CountAsync());
        Assert.Equal(0, await page.GetByTestId("change").CountAsync()); // Nothing was published before.
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task Every_row_is_its_segment_s_and_the_last_line_is_of_customers_not_of_rows()
    {
        var page = await OpenAsync("/");
        var rows = await page.GetByTestId("segment").AllAsync();
        Assert.Equal(real.Published.Segments.Length, rows.Count);
        for (var place = 0; place < rows.Count; place++)
        {
            Assert.Equal(CellsOf(MembersOf(place)), await CellsAsync(rows[place]));
            Assert.Equal($"/segments/{real.Published.Segments[place].SegmentId}", await rows[place].Locator(".segment-link").GetAttributeAsync("href"));
            Assert.Equal($"/customers?segment={real.Published.Segments[place].SegmentId}", await rows[place].Locator("td a").First.GetAttributeAsync("href"));
        }

        // Recency 92.0, the mean over customers: 424 if rows were added up, 48 if rows were averaged.
        Assert.Equal(CellsOf([.. Enumerable.Range(0, real.Customers.Ids.Length)]), await CellsAsync(page.GetByTestId("all-customers")));
        await page.Context.CloseAsync();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task Every_chart_shows_what_is_stored_has_words_on_its_axes_and_is_no_pie()
    {
        var page = await OpenAsync("/");
        var charts = await page.EvaluateAsync<JsonElement>("[...document.querySelectorAll('.chart-drawing')].map(chart => ({ data: chart.data, x: chart.layout.xaxis.title.text, y: chart.layout.yaxis.title?.text ?? '' }))");
        var (bars, line, months) = (charts[1], charts[2], charts[3]);

        Assert.Equal(4, charts.GetArrayLength());
        Assert.All(charts.EnumerateArray(), chart => Assert.All(chart.GetProperty("data").EnumerateArray(), trace => Assert.Contains(trace.GetProperty("type").GetString(), (string[])["bar", "scatter"])));
        Assert.Equal(["Day of the period", "Revenue", "Customers, best first", "Month"], charts.EnumerateArray().Select(chart => chart.GetProperty("x").GetString()));
        Assert.Equal(["Revenue so far", "", "Share of revenue", "Revenue"], charts.EnumerateArray().Select(chart => chart.GetProperty("y").GetString())); // The lying bars' labels are names.

        var bySegment = real.Published.Segments.Select((_, place) => real.Feature("gross_revenue", MembersOf(place)).Sum()).OrderDescending();
        Near(bySegment, Numbers(bars.GetProperty("data")[0].GetProperty("x")), 0.01);

        var byMonth = Ask($"SELECT CAST(sum(amount) AS DOUBLE) FROM read_parquet('{real.SalesFile}') WHERE quantity >= 0 GROUP BY date_trunc('month', sold_at) ORDER BY date_trunc('month', sold_at)");
        var stacks = months.GetProperty("data").EnumerateArray().Where(trace => trace.GetProperty("y")[0].ValueKind == JsonValueKind.Number).Select(trace => Numbers(trace.GetProperty("y"))).ToArray();
        Assert.Equal(real.Published.Segments.Length, stacks.Length);
        Near(byMonth, Enumerable.Range(0, byMonth.Length).Select(month => stacks.Sum(stack => stack[month])), 0.05);
        Near(real.Published.Segments.Select((_, place) => real.Feature("gross_revenue", MembersOf(place)).Sum()), stacks.Select(stack => stack.Sum()), 0.1);
        Assert.Equal("/", Shape(0)); // November 2016 has two days, December 2017 seven.
        Assert.Equal("", Shape(12));
        Assert.Equal("/", Shape(13));

        var sorted = real.Feature("gross_revenue", Enumerable.Range(0, real.Customers.Ids.Length)).OrderDescending().ToArray();
        var held = Numbers(line.GetProperty("data").EnumerateArray().Single(trace => trace.GetProperty("x").GetArrayLength() == 101).GetProperty("y"));
        Near(s_best.Select(count => sorted.Take(count).Sum() / sorted.Sum()), [held[1], held[5], held[10], held[20]], 1e-9);
        var sentence = await page.GetByTestId("concentration").InnerTextAsync();
        Assert.All(s_best, count => Assert.Contains(Percent(sorted.Take(count).Sum() / sorted.Sum()), sentence, StringComparison.Ordinal));
        await page.Context.CloseAsync();

        string? Shape(int month) => months.GetProperty("data")[0].GetProperty("marker").GetProperty("pattern").GetProperty("shape")[month].GetString();
    }

    [BrowserFact(NeedsRealFile = true)]
    public async Task A_month_s_figures_are_its_sales_and_the_way_to_its_customers_keeps_the_month()
    {
        var page = await OpenAsync("/?month=2017-11");
        var sales = Ask($"""
            SELECT CAST(sum(amount) AS DOUBLE), CAST(count(DISTINCT customer_id) AS DOUBLE), CAST(sum(quantity) AS DOUBLE)
            FROM read_parquet('{real.SalesFile}') WHERE quantity >= 0 AND sold_at >= '2017-11-01' AND sold_at < '2017-12-01'
            """);

        Assert.Equal(Money(sales[0]), await TileAsync(page, "revenue"));
        Assert.Equal(Whole(sales[1]), await TileAsync(page, "customers"));
        Assert.Equal(Whole(sales[2]), await TileAsync(page, "items"));
        Assert.Equal(Money(sales[0] / sales[1]), await TileAsync(page, "mean-revenue"));
        Assert.Equal("/customers?month=2017-11", await page.GetByTestId("tile-customers").Locator(".value a").GetAttributeAsync("href"));
        await page.Context.CloseAsync();
    }

    private string Ledger => Path.Combine(real.Site.DataFolder, "ledger", "*.parquet");

    private int[] MembersOf(int place) => [.. Enumerable.Range(0, real.Customers.Ids.Length).Where(row => real.Customers.SegmentIds[row] == real.Published.Segments[place].SegmentId)];

    private static string DaysBetween(double days) => $"every {days.ToString(days < 10 ? "N1" : "N0", s_english)} days";

    private string[] CellsOf(int[] rows)
    {
        var revenue = real.Feature("gross_revenue", rows);
        var all = real.Feature("gross_revenue", Enumerable.Range(0, real.Customers.Ids.Length));
        return
        [
            Whole(rows.Length), Percent((double)rows.Length / all.Length), Whole(revenue.Sum()), Percent(revenue.Sum() / all.Sum()), Whole(revenue.Average()), Whole(Median(revenue)), Whole(revenue.Sum() / real.Feature("qtty_invoices", rows).Sum()),
            real.Feature("recency_days", rows).Average().ToString("N1", s_english), DaysBetween(1 / real.Feature("frequency", rows).Average()),
            real.Feature("qtty_invoices", rows).Average().ToString("N1", s_english), Whole(real.Feature("qtty_items", rows).Average()), Percent(real.Feature("return_rate", rows).Average()),
        ];
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync();
        var address = real.Site.Serve();
        await page.AsAsync(real.Site, Roles.Viewer);
        await page.GotoAsync(new Uri(address, path).ToString());
        await Assertions.Expect(page.Locator("html[data-keys=ready] .chart-drawing.js-plotly-plot")).ToHaveCountAsync(4, new() { Timeout = 30_000 });
        return page;
    }

    private static async Task<string> TileAsync(IPage page, string id) => (await page.GetByTestId($"tile-{id}").Locator(".value").InnerTextAsync()).Trim();

    private static async Task<string[]> CellsAsync(ILocator row) => [.. (await row.Locator("td").AllInnerTextsAsync()).Select(text => text.Trim())];

    private static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetDouble())];

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count(), actual.Count());
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    private static double[] Ask(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Composed from constants and paths of the test's own folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var answers = new List<double>();
        while (reader.Read())
        {
            answers.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetDouble));
        }

        return [.. answers];
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Money(double value) => value.ToString("N2", s_english);

    private static string Whole(double value) => value.ToString("N0", s_english);

    private static string Percent(double value) => value.ToString("P1", s_english);
}
