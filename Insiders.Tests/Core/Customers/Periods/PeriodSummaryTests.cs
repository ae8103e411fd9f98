using Insiders.Core.Customers;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.Periods;

public sealed class PeriodSummaryTests
{
    private static readonly Period s_march = Period.Of(PeriodUnit.Month, new(2017, 3, 1));
    private static readonly PeriodComparison s_comparison = PeriodComparison.Of(new(new(2017, 1, 1), new(2017, 12, 31), []), s_march, ComparisonKind.Previous);

    // c0 and c2 are in EIRE, c1 and c3 in Japan; c0 and c1 in segment 1, c2 and c3 in segment 2.
    private static readonly CustomerTable s_customers = SmallBase.Of([1, 1, 2, 2]);

    private static readonly DailySales s_sales = new(4,
    [
        new(0, new(2017, 2, 28), 30, 3, 1, 0), new(0, new(2017, 3, 1), 20, 2, 1, 0), new(0, new(2017, 3, 31), 40, 4, 2, 5),
        new(1, new(2017, 2, 1), 10, 1, 1, 0), new(1, new(2017, 3, 15), 0, 0, 0, 8),
        new(2, new(2017, 1, 31), 500, 9, 1, 0), new(2, new(2017, 4, 1), 600, 9, 1, 0),
    ]);

    [Fact]
    public void A_period_has_its_first_and_last_day_and_no_other()
    {
        var summary = PeriodSummary.Of(s_customers, s_sales, s_comparison, s_customers.Everybody);

        // March: 20 + 40 by one customer on three invoices; another only returned something. February: 30 + 10.
        Assert.Equal(new(60, 13, 1, 3, 6, 2_000), summary.Whole.Now);
        Assert.Equal(new(40, 0, 2, 2, 4, 1_000), summary.Whole.Before!.Value);
        Assert.Equal((20, 0.5, 47), (summary.Whole.RevenueDifference, summary.Whole.RevenueRatio, summary.Whole.Now.NetRevenueAmount));
        Assert.Equal((20, 60), (summary.Whole.Now.OrderValueAmount, summary.Whole.Now.MeanRevenueAmount));
        Assert.Equal(20 / Math.Sqrt(3_000), summary.Whole.Deviations, 1e-12); // 20 / sqrt(100) if orders did not vary
    }

    [Fact]
    public void Segments_are_all_there_and_countries_only_where_something_was_sold()
    {
        var summary = PeriodSummary.Of(s_customers, s_sales, s_comparison, s_customers.Everybody);

        Assert.Equal([(1L, 60.0, 40.0), (2L, 0.0, 0.0)], summary.Segments.Select(line => (line.Of!.SegmentId, line.Change.Now.RevenueAmount, line.Change.Before!.Value.RevenueAmount)));
        Assert.Equal([("EIRE", 60.0, 30.0), ("Japan", 0.0, 10.0)], summary.Countries.Select(line => (line.Of, line.Change.Now.RevenueAmount, line.Change.Before!.Value.RevenueAmount)));
        Assert.Equal([-1.0], summary.Countries.Where(line => line.Of == "Japan").Select(line => line.Change.RevenueRatio!.Value));
    }

    [Fact]
    public void Conditions_leave_the_others_out()
    {
        var summary = PeriodSummary.Of(s_customers, s_sales, s_comparison, [1]);

        Assert.Equal((0.0, 10.0, 8.0), (summary.Whole.Now.RevenueAmount, summary.Whole.Before!.Value.RevenueAmount, summary.Whole.Now.ReturnedAmount));
        Assert.Null((summary.Whole with { Before = default(PeriodTotals) }).RevenueRatio); // of nothing there is no part
    }

    [Fact]
    public void What_is_not_compared_has_no_past()
    {
        var alone = PeriodComparison.Of(new(new(2017, 3, 1), new(2017, 12, 31), []), s_march, ComparisonKind.Previous);

        var summary = PeriodSummary.Of(s_customers, s_sales, alone, s_customers.Everybody);

        Assert.Equal(ComparisonRefusalCode.OtherBeginsEarlier, alone.Refusal?.Code);
        Assert.Equal((null, null, null, 0.0), (summary.Whole.Before, summary.Whole.RevenueDifference, summary.Whole.RevenueRatio, summary.Whole.Deviations));
    }

    [Fact]
    public void Products_are_summed_by_their_place()
    {
        var lines = PeriodSummary.OfProducts([new("A", "MUG", 0, 0, 0), new("B", "CUP", 0, 0, 0), new ProductSales("C", "JUG", 0, 0, 0), new("D", "POT", 0, 0, 0)], s_sales, s_comparison);

        Assert.Equal([("A", 30.0), ("B", -10.0)], lines.Select(line => (line.Of.StockCode, line.Change.RevenueDifference!.Value)));
    }

    [Fact]
    public void Days_of_a_period_are_there_whether_anything_was_sold_or_not()
    {
        var days = s_sales.RevenueByDay(s_march, [true, false, true, true]);

        Assert.Equal((31, 20.0, 40.0, 60.0), (days.Length, days[0], days[^1], days.Sum()));
        Assert.Equal(40, s_sales.RevenueOf(s_march.Previous!));
        Assert.Equal(10, s_sales.RevenueOf(s_march.Previous!, [false, true, false, false]));
    }

    [Fact]
    public void A_day_with_returns_alone_is_no_purchase_day()
    {
        var days = s_sales.PurchaseDays(new(2017, 3, 31));

        Assert.Equal([3, 1, 1, 0], Enumerable.Range(0, 4).Select(row => days.Of(row).Length)); // 2 of c1 if its return counted, 2 of c2 if April did
    }

    [Fact]
    public void A_place_outside_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new DailySales(1, [new(1, new(2017, 1, 1), 1, 1, 1, 0)]));
}
