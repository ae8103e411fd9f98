using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers.Findings;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Demo;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.Findings;

/// <summary>Whatever was put into a shop is said first, and nothing is said of a shop in which nothing was.</summary>
public sealed class StandingOutTests
{
    [Fact]
    public async Task Nothing_is_said_of_a_shop_in_which_nothing_happens() => Assert.Empty(await FindAsync(StandingOutShops.Nothing()));

    [Fact]
    public async Task A_country_that_left_is_named_and_neither_the_fall_nor_its_customers_once_more()
    {
        var findings = await FindAsync(StandingOutShops.CountryLeaves());

        Assert.Equal((FindingCode.CountryLeft, "Portugal"), (findings[0].Code, findings[0].Country));
        Assert.Equal(0, findings[0].Change!.Now.RevenueAmount);
        Assert.DoesNotContain(findings, finding => finding.Code is FindingCode.RevenueFell or FindingCode.BestSlipping or FindingCode.PurchasesOverdue);
    }

    [Fact]
    public async Task Best_customers_who_stopped_come_first()
    {
        var findings = await FindAsync(StandingOutShops.BestStop());

        Assert.Equal((FindingCode.BestSlipping, 30), (findings[0].Code, findings[0].CountBefore));
        Assert.InRange(findings[0].Count, 15, 30); // two months of twelve are missing, so that some have fallen behind others who went on
    }

    [Fact]
    public async Task A_spike_of_one_day_is_said_with_its_day_and_the_month_it_made_is_not()
    {
        var findings = await FindAsync(StandingOutShops.SpikeOfOneDay());

        Assert.Equal((FindingCode.WeekHigh, (DateOnly?)StandingOutShops.SpikeDay), (findings[0].Code, findings[0].Day));
        Assert.DoesNotContain(findings, finding => finding.Code == FindingCode.RevenueRose);
    }

    [Fact]
    public async Task A_product_that_was_sent_back_is_named()
    {
        var findings = await FindAsync(StandingOutShops.ProductIsSentBack());

        Assert.Equal((FindingCode.ProductReturned, "A7"), (findings[0].Code, findings[0].Product?.StockCode));
    }

    [Fact]
    public async Task A_product_that_is_sold_again_is_named()
    {
        var findings = await FindAsync(StandingOutShops.ProductComesBack());

        Assert.Equal((FindingCode.ProductBack, "A7"), (findings[0].Code, findings[0].Product?.StockCode));
    }

    [Fact]
    public async Task The_generated_shop_has_at_most_five_and_each_has_enough_behind_it()
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        GeneratedShop.Write(written, new ShopOptions { AsOf = new(2025, 12, 9), Customers = 600 }, CancellationToken.None);
        using var shop = await CleanShop.OfAsync(Rows(written.ToString()));

        var findings = await FindAsync(shop);

        Assert.InRange(findings.Length, 1, FindingLimits.MostFindings);
        Assert.Equal(findings.OrderByDescending(finding => finding.MoneyAmount).Select(finding => finding.Code), findings.Select(finding => finding.Code));
        Assert.Equal(findings.Length, findings.Select(finding => (finding.Code, finding.Country, finding.Product?.StockCode, finding.Customer)).Distinct().Count());
    }

    [RealFileFact]
    public async Task Findings_of_the_real_file_are_recomputed_by_second_queries()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        using var shop = await CleanShop.OfAsync(session, Recipe.Study.Cleaning);

        var findings = await FindAsync(shop);

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.True(Recomputed(shop, finding), $"{finding.Code} is not what a second query says."));
    }

    [Fact]
    public async Task What_cannot_be_compared_is_not_said()
    {
        // Six weeks: no month has a whole one before it.
        using var shop = await CleanShop.OfAsync(StandingOutShops.CountryLeaves().Where(row => row.SoldAt >= new DateTime(2017, 11, 20)));

        Assert.Equal(PeriodUnit.Week, shop.Coverage.Standard.Unit);
        Assert.DoesNotContain(await FindAsync(shop), finding => finding.Period?.Unit == PeriodUnit.Month);
    }

    private static async Task<ImmutableArray<Finding>> FindAsync(IEnumerable<SaleRow> rows)
    {
        using var shop = await CleanShop.OfAsync(rows);
        return await FindAsync(shop);
    }

    private static async Task<ImmutableArray<Finding>> FindAsync(CleanShop shop)
        => FindingRules.Find(new FindingContext(shop.Customers, shop.Coverage, PeriodComparison.Of(shop.Coverage, shop.Coverage.Standard, ComparisonKind.Previous), await shop.Sales.AllProductsAsync(CancellationToken.None), await shop.Sales.ProductDaysAsync(CancellationToken.None), ServiceCodes.Default));

    // Each kind by a statement of its own over the lines.
    private static bool Recomputed(CleanShop shop, Finding finding)
    {
        var of = finding.Period is { } period ? $"quantity >= 0 AND day BETWEEN DATE '{period.First:yyyy-MM-dd}' AND DATE '{period.Last:yyyy-MM-dd}'" : "quantity >= 0";
        return finding.Code switch
        {
            FindingCode.RevenueRose or FindingCode.RevenueFell => Is($"SELECT sum(amount) FROM run WHERE {of}", finding.Change!.Now.RevenueAmount),
            FindingCode.CountryLeft or FindingCode.CountryGrew or FindingCode.CountryFell => Is($"SELECT sum(amount) FROM run WHERE {of} AND country_of = '{finding.Country}'", finding.Change!.Now.RevenueAmount),
            FindingCode.ProductBack or FindingCode.ProductGrew or FindingCode.ProductFell => Is($"SELECT coalesce(sum(amount), 0) FROM run WHERE {of} AND stock_code = '{finding.Product!.StockCode}'", finding.Change!.Now.RevenueAmount),
            FindingCode.ProductReturned => Is($"SELECT -sum(amount) FROM run WHERE {of.Replace(">=", "<", StringComparison.Ordinal)} AND stock_code = '{finding.Product!.StockCode}'", finding.Amount),
            FindingCode.WeekHigh or FindingCode.WeekLow => Is($"SELECT sum(amount) FROM run WHERE {of}", finding.Change!.Now.RevenueAmount),
            FindingCode.CustomerCarriesCountry => Is($"SELECT max(total) / sum(total) FROM (SELECT sum(amount) AS total FROM run WHERE {of} AND country_of = '{finding.Country}' GROUP BY customer_id)", finding.Share),
            FindingCode.CustomerCarriesSegment => Is($"SELECT max(total) / sum(total) FROM (SELECT sum(amount) AS total FROM run WHERE {of} AND segment = {finding.Segment!.SegmentId} GROUP BY customer_id)", finding.Share),
            FindingCode.BestSlipping => Is($"SELECT sum(amount) FROM run WHERE {of} AND customer_id IN ('{string.Join("','", finding.Rows.Select(row => shop.Customers.Ids[row]))}')", finding.Amount)
                && finding.Rows.All(row => shop.Customers.Stages!.Stages[row] is Insiders.Core.Segments.Stages.CustomerStage.Slipping or Insiders.Core.Segments.Stages.CustomerStage.Dormant),
            FindingCode.PurchasesOverdue => finding.Rows.Length == finding.Count,
            _ => false,
        };

        bool Is(string sql, double value) => Math.Abs(double.Parse(shop.Ask($"SELECT CAST(({sql}) AS DOUBLE)").Single(), CultureInfo.InvariantCulture) - value) < 1e-4;
    }

    private static IEnumerable<SaleRow> Rows(string csv)
    {
        var lines = csv.TrimEnd().Split('\n');
        foreach (var cells in lines.Skip(1).Select(line => line.TrimEnd('\r').Split(',')).Where(cells => cells.Length == 8))
        {
            yield return new SaleRow
            {
                Invoice = cells[0],
                StockCode = cells[1],
                Description = cells[2],
                Quantity = int.Parse(cells[3], CultureInfo.InvariantCulture),
                SoldAt = DateTime.Parse(cells[4], CultureInfo.InvariantCulture),
                UnitPrice = decimal.Parse(cells[5], CultureInfo.InvariantCulture),
                Customer = cells[6].Length == 0 ? null : cells[6],
                Country = cells[7],
            };
        }
    }
}
