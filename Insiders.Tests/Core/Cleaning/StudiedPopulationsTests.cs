using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Cleaning;

/// <summary>The populations of the five studies on the real file, to the cent, by rules that are off by default.</summary>
public sealed class StudiedPopulationsTests
{
    private static readonly CleaningSettings s_common = new()
    {
        DisabledRules = ["no-description", "home-country", "unplaced-country", "upper-case-stock-code", "absolute-quantity", "returned-most", "common-description", "common-stock-code"],
        ControlCodes = ["POST", "D", "DOT", "M", "S", "AMAZONFEE", "m", "DCGSSBOY", "DCGSSGIRL", "PADS", "B", "CRUK"],
        ExcludedCountries = ["European Community", "Unspecified"],
        LowestPrice = 0.04,
    };

    // The first study, the preset of that name, is RealLedgerCleaningTests'.
    [RealFileFact]
    public async Task The_second_study_invents_a_customer_for_every_invoice_without_one()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        var clean = await CleanLedger.BuildAsync(
            session, s_common with { InventsCustomers = true, DropsReturns = true, ExcludedCustomers = ["16446"] }, CancellationToken.None);
        var revenue = (await FeatureTable.BuildAsync(clean, clean.Report.LastDate, CancellationToken.None)).Column("gross_revenue");

        Assert.Equal((527_411, 0), (clean.Report.PurchaseRows, clean.Report.ReturnRows));
        Assert.Equal(5_695, clean.Report.Customers);
        Assert.Equal(10_104_658.35m, Math.Round(clean.Report.GrossRevenueAmount, 2));
        Assert.Equal(613.20, Quantiles.Of(Sorted(revenue), 0.5), 0.005);
        Assert.Equal("1366|1509039.52", TestLedger.Scalar(session, "SELECT concat(count(DISTINCT customer_id), '|', round(sum(amount), 2)) FROM clean_sales WHERE customer_id LIKE 'invoice %'"));

        // The same from the sales as they were loaded, by another way.
        Assert.Equal("527411|5695|10104658.35", TestLedger.Scalar(session, $"""
            SELECT concat(count(*), '|', count(DISTINCT coalesce(customer_id, invoice)), '|', round(sum(quantity * unit_price), 2)) FROM sales
            WHERE {Kept} AND customer_id IS DISTINCT FROM '16446' AND quantity >= 0
            """));
    }

    [RealFileFact]
    public async Task The_third_study_looks_at_customers_seen_twice()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        var clean = await CleanLedger.BuildAsync(
            session, s_common with { ExcludedCustomers = [], NeedsPurchase = true, FewestDates = 2 }, CancellationToken.None);
        var features = await FeatureTable.BuildAsync(clean, clean.Report.LastDate, CancellationToken.None);
        var (revenue, returns) = (features.Column("gross_revenue"), features.Column("qtty_returns"));

        Assert.Equal(2_969, clean.Report.Customers);
        Assert.Equal(1_086.92, Quantiles.Of(Sorted(revenue), 0.5), 0.005);
        Assert.Equal(85_674, Math.Round(21 * 3.7535 * Quantiles.Of(Sorted(revenue), 0.5)), 5.0);
        Assert.Equal(62.2, returns.Average(), 0.05);
        Assert.Equal(34.9, returns.Where((_, row) => features.CustomerIds[row] != "16446").Average(), 0.05);

        Assert.Equal("2969", TestLedger.Scalar(session, $"""
            SELECT count(*) FROM (SELECT customer_id FROM sales WHERE {Kept} AND customer_id IS NOT NULL
                GROUP BY 1 HAVING count(DISTINCT CAST(sold_at AS DATE)) >= 2 AND max(quantity) >= 0)
            """));
    }

    private const string Kept = """
        unit_price >= 0.04 AND stock_code NOT IN ('POST', 'D', 'DOT', 'M', 'S', 'AMAZONFEE', 'm', 'DCGSSBOY', 'DCGSSGIRL', 'PADS', 'B', 'CRUK')
        AND country NOT IN ('European Community', 'Unspecified')
        """;

    private static double[] Sorted(double[] values) => [.. values.Order()];
}
