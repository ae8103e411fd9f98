using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.Periods;

/// <summary>Every delta of both real files, asked again of the sales file by statements of their own.</summary>
public sealed class RealPeriodTests
{
    [RealFileFact]
    public async Task Deltas_of_the_study_s_file_are_those_of_a_second_query() => await CompareAsync(TestLedger.Ecommerce, new(2016, 11, 29), new(2017, 12, 7));

    [RealFileFact]
    public async Task Deltas_of_the_file_with_times_are_those_of_a_second_query() => await CompareAsync(TestLedger.OnlineRetail, new(2010, 12, 1), new(2011, 12, 9));

    private static async Task CompareAsync(string file, DateOnly first, DateOnly last)
    {
        using var session = TestLedger.Open(file);
        using var shop = await CleanShop.OfAsync(session, Recipe.Study.Cleaning);
        var products = await shop.Sales.AllProductsAsync(CancellationToken.None);
        var productDays = await shop.Sales.ProductDaysAsync(CancellationToken.None);
        Assert.Equal((first, last), (shop.Coverage.First, shop.Coverage.Last));
        var compared = 0;
        foreach (var comparison in Comparisons(shop.Coverage))
        {
            var before = comparison.Before!;
            compared++;
            var summary = PeriodSummary.Of(shop.Customers, shop.Customers.Days!, comparison, shop.Customers.Everybody);

            Assert.Equal(Ask(shop, comparison.Now, "1"), [Text("1", summary.Whole.Now)]);
            Assert.Equal(Ask(shop, before, "1"), [Text("1", summary.Whole.Before!.Value)]);
            var ofCountries = summary.Countries.Where(line => line.Change.Now.Invoices > 0).Select(line => Text(line.Of, line.Change.Now)).Order(StringComparer.Ordinal);
            Assert.Equal(Ask(shop, comparison.Now, "country_of").Where(HasInvoice).Order(StringComparer.Ordinal), ofCountries);
            Assert.Equal(Ask(shop, before, "segment").Where(HasInvoice).Order(StringComparer.Ordinal), summary.Segments.Where(line => line.Change.Before!.Value.Invoices > 0).Select(line => Text($"{line.Of!.SegmentId}", line.Change.Before!.Value)).Order(StringComparer.Ordinal));
            var lines = PeriodSummary.OfProducts(products, productDays, comparison).ToDictionary(line => line.Of.StockCode, line => line.Change.RevenueDifference!.Value);
            foreach (var cells in shop.Ask(ProductDifferences(comparison.Now, before)).Select(row => row.Split('|')))
            {
                Assert.Equal(double.Parse(cells[1], CultureInfo.InvariantCulture), lines[cells[0]], 1e-6);
                lines.Remove(cells[0]);
            }

            Assert.All(lines.Values, difference => Assert.Equal(0, difference)); // only returned in both
        }

        Assert.True(compared >= 11 + 2, $"Only {compared} comparisons could be made."); // months of a year, and some weeks and days
    }

    [RealFileFact]
    public async Task Measures_of_the_study_s_file_are_those_of_a_second_query()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        using var shop = await CleanShop.OfAsync(session, Recipe.Study.Cleaning);
        var (customers, asked) = (shop.Customers, shop.Ask("""
            WITH days AS (SELECT DISTINCT customer_id, day FROM run WHERE quantity >= 0),
            gaps AS (SELECT customer_id, day, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM days),
            due AS (SELECT customer_id, CASE WHEN count(gap) >= 3 THEN greatest(DATE '2017-12-07' - max(day) - CAST(ceil(quantile_cont(gap, 0.75)) AS INTEGER), 0) END AS overdue FROM gaps GROUP BY 1)
            SELECT customer_id, CAST(max(day) FILTER (WHERE quantity >= 0) AS VARCHAR), CAST(min(day) FILTER (WHERE quantity >= 0) AS VARCHAR), CAST(sum(amount) AS DOUBLE), any_value(overdue)
            FROM run JOIN due USING (customer_id) GROUP BY customer_id ORDER BY customer_id
            """));

        Assert.Equal(4_312, asked.Count);
        foreach (var (row, cells) in asked.Select((line, row) => (row, line.Split('|'))))
        {
            Assert.Equal(cells[0], customers.Ids[row]);
            Assert.Equal(cells[1], Day(customers.Feature(SalesMeasures.LastPurchase)[row]));
            Assert.Equal(cells[2], Day(customers.Feature(SalesMeasures.CustomerSince)[row]));
            Assert.Equal(double.Parse(cells[3], CultureInfo.InvariantCulture), customers.Feature(SalesMeasures.NetRevenue)[row], 1e-6);
            Assert.Equal(cells[4] == "NULL" ? double.NaN : double.Parse(cells[4], CultureInfo.InvariantCulture), customers.Feature(SalesMeasures.DaysOverdue)[row]);
        }
    }

    private static string Day(double value) => DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Each whole month with the one before, and a week and some days of it.
    private static IEnumerable<PeriodComparison> Comparisons(PeriodCoverage coverage)
        => coverage.Before(coverage.Latest(PeriodUnit.Month), 24).Concat([coverage.LatestWhole(PeriodUnit.Week)!, Period.Of(PeriodUnit.Day, coverage.Last.AddDays(-40), 10)])
            .Select(period => PeriodComparison.Of(coverage, period, ComparisonKind.Previous)).Where(comparison => comparison.Before is not null);

    private static IReadOnlyList<string> Ask(CleanShop shop, Period period, string group) => shop.Ask($"""
        SELECT {group} AS one, CAST(coalesce(sum(amount) FILTER (WHERE quantity >= 0), 0) AS DECIMAL(18,2)), CAST(coalesce(-sum(amount) FILTER (WHERE quantity < 0), 0) AS DECIMAL(18,2)),
            count(DISTINCT customer_id) FILTER (WHERE quantity >= 0), count(DISTINCT (invoice, day)) FILTER (WHERE quantity >= 0), coalesce(sum(quantity) FILTER (WHERE quantity >= 0), 0)
        FROM run WHERE day BETWEEN DATE '{period.First:yyyy-MM-dd}' AND DATE '{period.Last:yyyy-MM-dd}' GROUP BY one
        """);

    private static string ProductDifferences(Period now, Period before) => $"""
        SELECT stock_code, CAST(sum(CASE WHEN day BETWEEN DATE '{now.First:yyyy-MM-dd}' AND DATE '{now.Last:yyyy-MM-dd}' THEN amount ELSE -amount END) AS DOUBLE)
        FROM run WHERE quantity >= 0 AND (day BETWEEN DATE '{now.First:yyyy-MM-dd}' AND DATE '{now.Last:yyyy-MM-dd}' OR day BETWEEN DATE '{before.First:yyyy-MM-dd}' AND DATE '{before.Last:yyyy-MM-dd}')
        GROUP BY stock_code
        """;

    private static bool HasInvoice(string row) => row.Split('|')[4] != "0";

    private static string Text(string name, PeriodTotals totals)
        => string.Create(CultureInfo.InvariantCulture, $"{name}|{totals.RevenueAmount:0.00}|{totals.ReturnedAmount:0.00}|{totals.Customers}|{totals.Invoices}|{totals.Items}");
}
