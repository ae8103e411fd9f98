using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Problems;
using Insiders.Core.Statistics.Hypotheses;
using Insiders.Core.Statistics.Purchases;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.HandWorked;

public sealed class OutlookByHandTests
{
    private static readonly DateOnly s_first = new(2017, 1, 1);

    [Fact]
    public void Histories_are_days_with_purchases_in_weeks_and_money_is_of_repeats()
    {
        // a: days 0, 7 and 21 (the first worth 100, the others 10 and 30), then returns alone; b: only returns; c: once, for nothing.
        var days = new DailySales(3,
        [
            new(0, s_first, 100, 1, 1, 0), new(0, s_first.AddDays(7), 10, 1, 2, 0), new(0, s_first.AddDays(21), 30, 1, 1, 0), new(0, s_first.AddDays(22), 0, 0, 0, 5),
            new(1, s_first, 0, 0, 0, 5), new(2, s_first.AddDays(14), 0, 1, 1, 0),
        ]);

        var known = BuyingHistories.Of(days, s_first.AddDays(28));

        Assert.Equal([0, 2], known.Rows.AsEnumerable());
        Assert.Equal([new PurchaseHistory(2, 3, 4), new PurchaseHistory(0, 0, 2)], known.Purchases.AsEnumerable());
        Assert.Equal([new SpendHistory(2, 20), new SpendHistory(0, 0)], known.Spending.AsEnumerable()); // 140 ÷ 3 if the first purchase counted
        Assert.Equal([new PurchaseHistory(1, 1, 2), new PurchaseHistory(0, 0, 0)], BuyingHistories.Of(days, s_first.AddDays(14)).Purchases.AsEnumerable());
    }

    [Fact]
    public void A_hold_out_period_has_three_months_of_a_year_a_quarter_of_less_and_needs_half_a_year()
    {
        Assert.Equal(new DateOnly(2017, 9, 7), OutlookBuilder.CutOf(new(2016, 11, 29), new(2017, 12, 7)));
        Assert.Equal(new DateOnly(2017, 5, 15), OutlookBuilder.CutOf(s_first, new(2017, 6, 29))); // 180 days: 45 are held out
        Assert.Null(OutlookBuilder.CutOf(s_first, new(2017, 6, 28)));
    }

    [Fact]
    public void A_correction_rises_through_what_came_and_pools_what_falls()
    {
        // Of ten cases at 0.2 three happened, of ten at 0.4 two, of ten at 0.8 nine: the first two fall and are pooled to 0.3 and 0.25.
        double[] chances = [.. Enumerable.Repeat(0.2, 10), .. Enumerable.Repeat(0.4, 10), .. Enumerable.Repeat(0.8, 10)];
        bool[] happened = [.. Enumerable.Range(0, 10).Select(i => i < 3), .. Enumerable.Range(0, 10).Select(i => i < 2), .. Enumerable.Range(0, 10).Select(i => i < 9)];

        var correction = ChanceCalibration.Fit(chances, happened);

        Assert.Equal([0.3, 0.8], correction.From.Select(value => Math.Round(value, 12)));
        Assert.Equal([0.25, 0.9], correction.To.Select(value => Math.Round(value, 12)));
        Assert.Equal(0.25, correction.Of(0), 1e-12);
        Assert.Equal(0.575, correction.Of(0.55), 1e-12); // half way
        Assert.Equal(0.9, correction.Of(1), 1e-12);
        Assert.Throws<ArgumentException>(() => ChanceCalibration.Fit([], []));
    }

    [Fact]
    public void The_variance_of_money_is_that_of_a_sum_of_random_length()
    {
        // p 2, q 4, v 30, no history: orders are worth 20 on average, 1 ÷ ν squared 30² ÷ (3·2) = 150. Of exactly two orders: 150·(4·4 + 2·2) − 40² = 1,400.
        var spend = new SpendModel(2, 4, 30);

        Assert.Equal(1_400, spend.Variance(default, 2, 0)!.Value, 1e-9);
        Assert.Equal(1_400 + (150 * 4 * 0.5), spend.Variance(default, 2, 0.5)!.Value, 1e-9); // a number that varies by 0.5
        Assert.Null(new SpendModel(2, 2, 30).Variance(default, 2, 0));
    }

    [Fact]
    public void Without_sales_and_with_few_repeaters_it_says_why_nothing_can_be_said()
    {
        var without = OutlookBuilder.Build(SmallBase.Four(), s_first, s_first.AddDays(400), new Progress<double>(), CancellationToken.None);
        var days = new DailySales(4, [new(0, s_first, 5, 1, 1, 0), new(1, s_first.AddDays(3), 5, 1, 1, 0)]);
        var few = OutlookBuilder.Build(SmallBase.Four().WithDays(days, days.PurchaseDays(s_first.AddDays(90)), s_first.AddDays(90)), s_first, s_first.AddDays(90), new Progress<double>(), CancellationToken.None);

        Assert.Equal(ProblemCode.OutlookWithoutSales, Problem.FromText(without.Problem!).Code);
        Assert.Equal(ProblemCode.PurchasesTooFewRepeaters, Problem.FromText(few.Problem!).Code);
        Assert.Null(few.Fitted);
        Assert.Empty(few.Columns.Packed);
    }
}
