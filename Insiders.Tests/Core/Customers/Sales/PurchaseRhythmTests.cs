using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;

namespace Insiders.Tests.Core.Customers.Sales;

public sealed class PurchaseRhythmTests
{
    // Gaps of 10, 5, 20 and 10 days; sorted 5, 10, 10, 20.
    private static readonly DateOnly[] s_days = [new(2020, 1, 1), new(2020, 1, 11), new(2020, 1, 16), new(2020, 2, 5), new(2020, 2, 15)];

    [Fact]
    public void The_next_purchase_is_the_last_one_and_the_median_gap_within_the_middle_half_of_gaps()
    {
        var rhythm = PurchaseRhythm.Of([.. s_days], new(2020, 2, 20));

        Assert.Equal([10, 5, 20, 10], rhythm.GapDays.AsEnumerable());
        Assert.Equal(10, rhythm.MedianGapDays, 1e-9); // 11.25 if the mean were taken
        Assert.Equal(8.75, rhythm.LowerGapDays, 1e-9); // 5 + 3/4 of the way to 10
        Assert.Equal(12.5, rhythm.UpperGapDays, 1e-9); // 10 + 1/4 of the way to 20
        Assert.Equal(new ExpectedPurchase(new(2020, 2, 25), new(2020, 2, 23), new(2020, 2, 28), 0), rhythm.Next);
        Assert.False(rhythm.Next!.IsOverdue);
    }

    [Theory]
    [InlineData(28, 0)]
    [InlineData(29, 1)]
    public void A_customer_is_overdue_when_the_data_end_after_the_range(int day, int overdue)
    {
        var next = PurchaseRhythm.Of([.. s_days], new(2020, 2, day)).Next!;

        Assert.Equal(overdue, next.OverdueDays);
        Assert.Equal(overdue > 0, next.IsOverdue);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Nothing_is_expected_of_too_little_history(int days)
    {
        var rhythm = PurchaseRhythm.Of([.. s_days.Take(days)], new(2020, 2, 20));

        Assert.Null(rhythm.Next);
        Assert.Equal(Math.Max(days - 1, 0), rhythm.GapDays.Length);
    }

    [Fact]
    public void Days_that_do_not_ascend_are_refused()
        => Assert.Throws<ArgumentException>(() => PurchaseRhythm.Of([new(2020, 1, 2), new(2020, 1, 2)], new(2020, 2, 1)));

    [Fact]
    public void A_spread_is_five_numbers_interpolated_between_neighbours()
    {
        Assert.Equal(new Spread(1, 1.75, 2.5, 4.75, 10), Spread.Of([10, 3, 1, 2])); // the upper quartile is 6.5 by halves
        Assert.Equal(new Spread(7, 7, 7, 7, 7), Spread.Of([7]));
        Assert.Equal(Spread.None, Spread.Of([]));
    }
}
