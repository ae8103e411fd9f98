using Insiders.Core.Cleaning;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Cleaning;

public sealed class RealLedgerCleaningTests
{
    [RealFileFact]
    public async Task The_study_ledger_gives_the_published_waterfall() => AssertPublished(await CleanAsync(TestLedger.Ecommerce), hasTimes: false);

    [RealFileFact]
    public async Task The_same_sales_in_the_other_dialect_give_the_same_waterfall() => AssertPublished(await CleanAsync(TestLedger.OnlineRetail), hasTimes: true);

    private static async Task<CleaningReport> CleanAsync(string file)
    {
        using var session = TestLedger.Open(file);
        return (await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None)).Report;
    }

    private static void AssertPublished(CleaningReport report, bool hasTimes)
    {
        Assert.Equal(
            [
                new CleaningStep("raw", true, 0, 541_909, 4_372),
                new CleaningStep("no-description", true, 1_454, 540_455, 4_372),
                new CleaningStep("no-customer", true, 133_626, 406_829, 4_372),
                new CleaningStep("unplaced-country", true, 244, 406_585, 4_368),
                new CleaningStep("no-price", true, 40, 406_545, 4_367),
                new CleaningStep("control-code", true, 471, 406_074, 4_358),
                new CleaningStep("excluded-customer", true, 25, 406_049, 4_354),
                new CleaningStep("returned-most", true, 527, 405_522, 4_312),
            ],
            report.Steps.Select(step => step with { DroppedAmount = 0 }));
        Assert.Equal(397_124, report.PurchaseRows);
        Assert.Equal(8_398, report.ReturnRows);
        Assert.Equal(21_900, report.Invoices);
        Assert.Equal(3_646, report.StockCodes); // 3,676 without a common stock code per description
        Assert.Equal(36, report.Countries);
        Assert.Equal(4_312, report.Customers);
        Assert.Equal(8_524_604.603m, report.GrossRevenueAmount);
        Assert.Equal(1_733_152.52m, report.UnattributedRevenueAmount);
        Assert.Equal(8, report.RelocatedCustomers);
        Assert.Equal(hasTimes, report.HasTimes);
        Assert.Equal(["Unspecified"], report.UnplacedCountries.AsEnumerable());
        Assert.Equal([hasTimes ? DayOfWeek.Saturday : DayOfWeek.Friday], report.WeekdaysWithoutSales.AsEnumerable());
        Assert.Equal(hasTimes ? new DateOnly(2010, 12, 1) : new DateOnly(2016, 11, 29), report.FirstDate);
        Assert.Equal(hasTimes ? new DateOnly(2011, 12, 9) : new DateOnly(2017, 12, 7), report.LastDate);
    }
}
