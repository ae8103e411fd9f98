using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers;

public sealed class BaseSummaryTests
{
    private static readonly DateOnly s_january = new(2020, 1, 1);
    private static readonly DateOnly s_february = new(2020, 2, 1);

    // Segment 7: a, c; segment 9: b; nobody's: d. Over both months: a 30 + 10, b 20 + 0, c 0 + 10, d 10 + 0.
    private static readonly CustomerTable s_base = SmallBase.Four().WithMonths(new MonthlySales(
    [
        new(0, s_january, 30, 4, 1, 0, 0), new(0, s_february, 10, 5, 2, 0, 0), new(1, s_january, 20, 2, 1, 0, 0),
        new(2, s_february, 10, 2, 1, 0, 0), new(3, s_january, 10, 1, 1, 0, 0), new(3, s_february, 0, 0, 0, 1, 10),
    ]));

    [Fact]
    public void Without_conditions_totals_are_sums_and_means_are_over_customers()
    {
        var summary = BaseSummary.Of(s_base, CustomerFilter.None);

        Assert.Equal((4, 80.0, 20.0, 15.0), (summary.Whole.Customers, summary.Whole.RevenueAmount, summary.Whole.MeanRevenueAmount, summary.Whole.MedianRevenueAmount));
        Assert.Equal(4.25, summary.Whole.RecencyDays, 1e-9); // 17 if recencies were added up; 4.33… if segments were averaged
        Assert.Equal([7, 9, null], summary.Segments.Select(line => line.Segment?.SegmentId));
        Assert.Equal([50, 20, 10], summary.Segments.Select(line => line.Profile.RevenueAmount));
        Assert.Equal([0.625, 0.25, 0.125], summary.Segments.Select(line => line.Profile.RevenueShare));
        Assert.All(summary.Segments, line => Assert.True(line.IsSelected));
    }

    [Fact]
    public void A_segment_is_picked_among_all_and_its_share_stays_that_of_all()
    {
        var summary = BaseSummary.Of(s_base, new() { SegmentIds = [7] });

        Assert.Equal((2, 50.0, 0.625), (summary.Whole.Customers, summary.Whole.RevenueAmount, summary.Whole.RevenueShare));
        Assert.Equal([true, false, false], summary.Segments.Select(line => line.IsSelected));
        Assert.Equal(summary.Whole.RevenueAmount, summary.Selected.Sum(line => line.Profile.RevenueAmount), 1e-9);
        Assert.Equal([[30, 0, 0], [20, 0, 0]], summary.Months.Select(month => month.RevenueAmounts.ToArray()));
    }

    [Fact]
    public void Shares_are_of_those_who_meet_the_other_conditions()
    {
        var summary = BaseSummary.Of(s_base, new() { Countries = ["EIRE"], SegmentIds = [9] });

        // EIRE: b 20 and c 10.
        Assert.Equal(2.0 / 3, summary.Whole.RevenueShare, 1e-9); // 0.25 of the base
        Assert.Equal([1.0 / 3, 2.0 / 3], summary.Segments.Select(line => line.Profile.RevenueShare));
    }

    [Fact]
    public void In_a_month_sales_are_the_month_s_and_customers_those_who_bought()
    {
        var summary = BaseSummary.Of(s_base, new() { Month = s_february });

        // d only returned something in February.
        Assert.Equal((2, 20.0, 10.0), (summary.Whole.Customers, summary.Whole.RevenueAmount, summary.Whole.MedianRevenueAmount));
        Assert.Equal((3.5, 1.5), (summary.Whole.Items, summary.Whole.Invoices)); // 5 + 2 items, 2 + 1 invoices
        Assert.Equal(4, summary.Whole.RecencyDays, 1e-9); // a 2, c 6: a property of the customer
        Assert.Equal(2, summary.Months.Length);
        Assert.Equal([60, 20], summary.Months.Select(month => month.RevenueAmount));
        Assert.Equal([3, 2], summary.Months.Select(month => month.Customers));
    }

    [Fact]
    public void A_month_without_sales_or_unknown_sales_have_nobody()
    {
        Assert.Equal(0, BaseSummary.Of(s_base, new() { Month = new(2031, 1, 1) }).Whole.Customers);

        var unknown = BaseSummary.Of(s_base.WithMonths(null), new() { Month = s_january });
        Assert.Equal((0, 0.0), (unknown.Whole.Customers, unknown.Whole.MeanRevenueAmount));
        Assert.Empty(unknown.Months);
        Assert.Empty(unknown.Segments);
        Assert.Empty(unknown.Concentration.Points);
    }

    [Fact]
    public void The_best_customers_are_counted_up_to_whole_ones()
    {
        var curve = Concentration.Of([10, 40, 20, 10]);

        Assert.Equal(101, curve.Points.Length);
        Assert.Equal(new ConcentrationPoint(0, 0, 0, 0), curve.Points[0]);
        Assert.Equal(new ConcentrationPoint(1, 1, 0.5, 40), curve.Points[1]); // 0 customers if rounded down
        Assert.Equal(new ConcentrationPoint(25, 1, 0.5, 40), curve.Points[25]);
        Assert.Equal(new ConcentrationPoint(26, 2, 0.75, 20), curve.Points[26]);
        Assert.Equal(new ConcentrationPoint(100, 4, 1, 10), curve.Points[100]);
    }

    [Fact]
    public void Customers_without_revenue_hold_no_share()
    {
        Assert.All(Concentration.Of([0, 0]).Points, point => Assert.Equal(0, point.RevenueShare));
        Assert.Empty(Concentration.Of([]).Points);
    }
}
