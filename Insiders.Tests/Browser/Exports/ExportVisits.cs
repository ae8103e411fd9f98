using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Navigation;
using Microsoft.Playwright;
using static Insiders.Tests.Browser.Exports.ExportStop;

namespace Insiders.Tests.Browser.Exports;

/// <summary>Every page that offers tables as files, in the order of the walk. A new table of the catalogue gets a stop here; the walk says which one has none.</summary>
internal sealed partial class ExportVisits(HostileShop shop)
{
    // Two rows that are no sales, and one each whose price and quantity nobody else comes near.
    private const string Rejected = """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        9001,A,Mug,two,2017-01-03,1.50,c1,France
        9002,B,Cup,1,2017-01-04,cheap,c2,France
        9003,C,Bar of gold,1,2017-01-05,9000.00,c1,France
        9004,D,Pins,70000,2017-01-05,1.50,c2,France
        """;

    private readonly long _one = shop.Published.Segments[0].SegmentId;
    private readonly long _other = shop.Published.Segments[1].SegmentId;
    private readonly string _otherName = shop.Published.Segments[1].Segment.Name.English;

    /// <summary>The visits.</summary>
    public ExportVisit[] All =>
    [
        new("/data/import", UploadAsync, new ExportStop("rejects", $"{Of("rejects")} table") { Named = ["more.csv"] }),
        new("/data", SettledAsync,
            new ExportStop("imports", $"{Of("imports")} table") { OnlyOnPage = ["Sales from"], OnlyInFile = ["By", "First day", "Last day", "Undone at", "Undone by"] },
            new ExportStop("cleaning", $"{Of("waterfall")} table")),
        new("/data/quality", SettledAsync,
            new ExportStop("quality-columns", $"{Of("quality-columns")} table") { OnlyOnPage = ["Histogram"], WrittenApart = ["Most frequent", "Column"] },
            new ExportStop("quality-hours", $"{Of("quality-hours")} table"),
            new ExportStop("quality-prices", $"{Of("quality-outliers")} >> nth=0 >> table"),
            new ExportStop("quality-quantities", $"{Of("quality-outliers")} >> nth=1 >> table")),
        new("/", SettledAsync, new ExportStop("segments", $"table{Of("segments")}") { Address = "/export/segments", WrittenApart = ["Frequency"] }),
        new("/", SettledAsync, new ExportStop("work-list", $"table{Of("work-list")}") { WrittenApart = ["Who", "State", "Note"] }),
        new("/", SettledAsync,
            new ExportStop("overview-countries", $"table{Of("period-countries")}") { IsTop = true },
            new ExportStop("overview-products", $"table{Of("period-products")}") { IsTop = true }),
        new("/", SettledAsync, new ExportStop("overview-period", $"table{Of("period-segments")}") { OnlyOnPage = ["Stages", "Trend"] }),
        new("/", FilterOverviewAsync, new ExportStop("overview", $"table{Of("segments")}") { WrittenApart = ["Frequency"], Named = [shop.Published.Segments[0].Segment.Name.English] }),
        new("/segments", PickAsync, new ExportStop("segment-comparison", Of("compare-table")) { IsTransposed = true, WrittenApart = ["Frequency"], Named = [_otherName] }),
        new("/segments?view=edits", SettledAsync, new ExportStop("segment-edits", $"table{Of("edits")}") { OnlyInFile = ["Undone", "Undone by"] }),
        new($"/segments/{_one}?tab=edit", OtherSegmentAsync("edit"), new ExportStop("segment-edits", $"table{Of("edits")}") { OnlyInFile = ["Undone", "Undone by"], Named = [_otherName] }),
        new("/segments/rfm", CutAsync,
            new ExportStop("rfm-cells", Of("rfm-grid")) { IsTop = true, OnlyOnPage = ["Frequency", "R"], WrittenApart = ["R"], Named = ["Recency"] },
            new ExportStop("rfm-regions", $"table{Of("rfm-regions")}"),
            new ExportStop("rfm-cross", $"table{Of("rfm-cross")}")),
        new($"/segments/{_one}", OtherSegmentAsync("character"), new ExportStop("segment-differences", Of("differences")) { IsTop = true, Named = [_otherName] }),
        new($"/segments/{_one}?tab=products", OtherSegmentAsync("products"),
            new ExportStop("segment-products", Of("top-products")) { IsTop = true, OnlyInFile = ["Stock code"] },
            new ExportStop("segment-lifts", Of("lift-products")) { IsTop = true, OnlyInFile = ["Stock code"] }),
        new($"/segments/{_one}?tab=sales", OtherSegmentAsync("sales"), new ExportStop("segment-countries", Of("countries"))),
        new($"/segments/{_one}?tab=members", OtherSegmentAsync("members"),
            new ExportStop("segment-members", Of("exemplary")) { Count = _ => Task.FromResult((long)shop.Published.Segments[1].Segment.Profile.Customers), Named = [_otherName] }),
        new("/insights", SettledAsync, new ExportStop("hypotheses", $"table{Of("hypotheses")}") { OnlyInFile = ["What the sales say"] }),
        new("/insights/returns", SettledAsync,
            new ExportStop("returns-segments", $"table{Of("returns-segments")}"),
            new ExportStop("returns-products", $"table{Of("returns-products")}") { IsTop = true },
            new ExportStop("returns-customers", $"table{Of("returns-customers")}") { IsTop = true }),
        new("/insights/revenue", SettledAsync,
            new ExportStop("revenue-tree", $"table{Of("revenue-tree")}") { WrittenApart = ["Factor", "Before", "Now", "Contribution"] },
            new ExportStop("gain-loss", $"table{Of("gain-loss")}") { WrittenApart = ["Change"] },
            new ExportStop("revenue-changes", $"table{Of("revenue-changes")}") { IsTop = true, WrittenApart = ["Change"] }),
        new("/insights/cohorts", SettledAsync, new ExportStop("cohorts", $"table{Of("cohorts")}") { WrittenApart = ["First purchase"] }),
        new("/value/holdouts", SettledAsync, new ExportStop("holdouts", $"table{Of("holdouts")}")),
        new("/value/holdouts", DrawAsync, new ExportStop("holdout-arms", $"table{Of("holdout-arms")}") { IsTop = true }),
        new("/customers?size=25", TickSegmentAsync, new ExportStop("customers", Of("customers")) { Count = page => NumberAsync(page, "count") }),
        new("/customers?size=25&country=France&sort=recency_days", ClearChipAsync, new ExportStop("customers", Of("customers")) { Count = page => NumberAsync(page, "count") }),
        new("/customers", ToAsync("/customers?columns=gross_revenue,avg_basket_size,recency_days&recency_days=1..", page => Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(1)),
            new ExportStop("customers", Of("customers")) { Count = page => NumberAsync(page, "count"), Named = ["Recency", " of "] }),
        new(Links.Customer(HostileNames.Markup), ToAsync(Links.Customer(HostileNames.Formula), page => Assertions.Expect(page.GetByTestId("customer-id")).ToContainTextAsync(HostileNames.Formula)),
            new ExportStop("customer-invoices", $"{Of("invoices")} .table-scroll > table"),
            new ExportStop("customer-products", $"{Of("top-products")} table") { Menu = Of("top-products"), IsTop = true, OnlyInFile = ["Stock code"] },
            new ExportStop("customer-products", $"{Of("last-products")} table") { Menu = Of("last-products"), IsTop = true, OnlyInFile = ["Stock code"] },
            new ExportStop("customer-neighbours", $"{Of("neighbours")} table"),
            new ExportStop("customer-runs", $"{Of("memberships")} table") { OnlyInFile = ["Published"] }),
        new(Links.Customer(HostileNames.Formula), OpenInvoiceAsync,
            new ExportStop("customer-lines", $"{Of("invoice-lines")} table") { OnlyInFile = ["Invoice", "Day", "Stock code"] }),
        new("/programme", SettledAsync, new ExportStop("programme-members", Of("programme-members"))),
        new("/programme?view=events", SettledAsync, new ExportStop("programme-events", Of("programme-events"))),
        new("/programme?view=by-hand", ExcludeAsync, new ExportStop("programme-decisions", Of("decisions")) { OnlyOnPage = ["Actions"], WrittenApart = ["Until"] }),
        new("/programme/report", page => page.GetByTestId("report-as-table").ClickAsync(), new ExportStop("programme-report", $"table{Of("report-table")}")),
        new("/programme?view=conditions", SettledAsync, new ExportStop("programme-needs", Of("programme-needs")) { IsTop = true }),
        new("/explore", ToAsync("/explore?box=-1000,-1000;1000,1000&country=France", page => Assertions.Expect(page.Locator("#selection-title")).ToHaveTextAsync("Selection")),
            new ExportStop("picked", Of("picked")) { Count = page => NumberAsync(page, "picked-count"), Named = ["France", "Selection", " of "] },
            new ExportStop("picked-differences", Of("differences")) { IsTop = true, OnlyOnPage = ["Mean"], OnlyInFile = ["Selection", "All customers"] },
            new ExportStop("audiences", $"{Of("audiences")} table") { OnlyInFile = ["When saved"] }),
        new("/map", ToAsync($"/map?segment={_other}&sort=country&up=1", page => Assertions.Expect(page.Locator("th[aria-sort=ascending]")).ToHaveCountAsync(1)),
            new ExportStop("countries", Of("countries")) { Named = [_otherName] },
            new ExportStop("continents", Of("continents")) { OnlyInFile = ["Countries", "Revenue"] }),
        new("/explore", ToAsync($"/explore?audience={shop.AudienceId}", page => Assertions.Expect(page.GetByTestId("picked-row")).ToHaveCountAsync(2)),
            new ExportStop("audience", Of("picked")) { OnlyInFile = ["Stage"] }),
        new("/audiences", ToAsync(Links.Audience(shop.RuleId), page => Assertions.Expect(page.GetByTestId("audience-tiles")).ToBeVisibleAsync()),
            new ExportStop("audience-changes", $"table{Of("audience-changes")}") { IsTop = true }),
        new("/", ToAsync($"/product?code={Uri.EscapeDataString(HostileNames.Of(101).ToUpperInvariant())}", page => Assertions.Expect(page.GetByTestId("buyers")).ToBeVisibleAsync()),
            new ExportStop("product-buyers", Of("buyers"))),
        new("/runs", SettledAsync, new ExportStop("runs", Of("runs")) { OnlyInFile = ["Started", "Ended"] }),
        new($"/runs/{shop.Published.Run.Id}", AsTableAsync,
            new ExportStop("candidates", Of("chart-table")) { OnlyInFile = ["Mean log-likelihood", "BIC", "Iterations", "Settled"] },
            new ExportStop("run-segments", Of("segment-table")) { WrittenApart = ["Frequency"] },
            new ExportStop("clusters", Of("cluster-table")) { WrittenApart = ["Frequency"] },
            new ExportStop("cleaning", $"{Of("waterfall")} table"),
            new ExportStop("timings", Of("timings"))),
        new("/settings/people", SettledAsync, new ExportStop("people", "table.people") { OnlyOnPage = ["Actions"], OnlyInFile = ["E-mail"] }),
        new("/settings/audit", SettledAsync, new ExportStop("audit", "table.people") { Count = page => NumberAsync(page, "pager"), Grows = true }),
    ];

    // A page whose tables nothing on it changes: loaded is all there is.
    private static Task SettledAsync(IPage page) => Task.CompletedTask;

    // As a link on the page would do it: the address changes, and the page stays.
    private static Func<IPage, Task> ToAsync(string address, Func<IPage, Task> untilAsync) => async page =>
    {
        await page.EvaluateAsync("address => Blazor.navigateTo(address)", address);
        await untilAsync(page);
    };

    private Func<IPage, Task> OtherSegmentAsync(string tab)
        => ToAsync($"/segments/{_other}?tab={tab}", page => Assertions.Expect(page.GetByTestId("segment-name")).ToContainTextAsync(_otherName));

    private static async Task UploadAsync(IPage page)
    {
        await page.WaitForSelectorAsync(".drop-zone[data-ready=true]");
        await page.GetByTestId("file-input").SetInputFilesAsync(new FilePayload { Name = "more.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Rejected) });
        await page.GetByTestId("start-import").ClickAsync();
        await Assertions.Expect(page.GetByTestId("count-rejected")).ToHaveTextAsync("2", new() { Timeout = 30_000 });
    }

    private static async Task FilterOverviewAsync(IPage page)
    {
        await page.GetByTestId("row-filter").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("row-filter")).ToHaveCountAsync(1);
    }

    // All are shown until one is picked; then only those that are: the measure, everybody, and the one.
    private async Task PickAsync(IPage page)
    {
        await page.GetByTestId($"pick-{_other}").ClickAsync();
        await Assertions.Expect(page.Locator($"{Of("compare-table")} thead th")).ToHaveCountAsync(3);
    }

    private static async Task CutAsync(IPage page)
    {
        var cell = await page.GetByTestId("rfm-regions").InnerTextAsync();
        await page.GetByTestId("cut-r-1").FillAsync("1");
        await page.GetByTestId("cut-r-1").PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("reset-cuts")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("rfm-regions")).Not.ToHaveTextAsync(cell);
    }

    private static async Task TickSegmentAsync(IPage page)
    {
        await page.GetByTestId("segments").Locator("input").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(1);
    }

    private static async Task ClearChipAsync(IPage page)
    {
        await page.GetByTestId("chip").ClickAsync();
        await Assertions.Expect(page.GetByTestId("chip")).ToHaveCountAsync(0);
    }

    private static async Task OpenInvoiceAsync(IPage page)
    {
        await page.GetByTestId("invoice").First.Locator("th a").ClickAsync();
        await Assertions.Expect(page.GetByTestId("invoice-lines")).ToBeVisibleAsync();
    }

    private static async Task AsTableAsync(IPage page)
    {
        await page.GetByTestId("view-as-table").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("chart-table")).ToBeVisibleAsync();
    }

    // "7 of 48 customers" says 7, "1 to 50 of 61" says 61.
    private static async Task<long> NumberAsync(IPage page, string testId)
    {
        var numbers = Number().Matches(await page.GetByTestId(testId).InnerTextAsync()).Select(match => long.Parse(match.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToArray();
        return testId == "pager" ? numbers[^1] : numbers[0];
    }

    [GeneratedRegex(@"\d[\d,]*")]
    private static partial Regex Number();

    private static async Task ExcludeAsync(IPage page)
    {
        await page.GetByTestId("who").FillAsync(HostileNames.Formula);
        await page.GetByTestId("what").SelectOptionAsync("");
        await page.GetByTestId("by-hand-why").FillAsync(HostileNames.Markup);
        await page.GetByTestId("decide").ClickAsync();

        // The shop has a decision of an analyst about the same customer, which this one takes the place of.
        await Assertions.Expect(page.Locator(Of("decisions"))).ToContainTextAsync(SignedIn.AdminEmail);
    }

    private static async Task DrawAsync(IPage page)
    {
        await page.Locator(Of("holdout-name")).FillAsync("Spring");
        await page.Locator(Of("holdout-group")).SelectOptionAsync("base");
        await page.Locator(Of("holdout-share")).FillAsync("50");
        await page.Locator(Of("holdout-days")).FillAsync("30");
        await page.Locator(Of("draw")).ClickAsync();
        await page.Locator($"table{Of("holdout-arms")}").WaitForAsync();
    }
}
