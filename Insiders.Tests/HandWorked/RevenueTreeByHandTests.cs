using CsCheck;
using Insiders.Core.Statistics.Revenue;

namespace Insiders.Tests.HandWorked;

public sealed class RevenueTreeByHandTests
{
    [Fact]
    public void Twice_the_customers_who_do_the_same_are_the_whole_change()
    {
        var change = RevenueTree.Split(new(10, 20, 40, 400), new(20, 40, 80, 800));

        Assert.Equal(400, change.ByCustomers, 1e-9);
        Assert.All([change.ByOrders, change.ByItems, change.ByPrice], part => Assert.Equal(0, part, 1e-9));
    }

    // One customer at 1 becomes two at 3: the customers add 1 at the old price or 3 at the new one, the price 2 or 4.
    [Fact]
    public void Two_factors_share_what_they_do_together()
    {
        var change = RevenueTree.Split(new(1, 1, 1, 1), new(2, 2, 2, 6));

        Assert.Equal(2, change.ByCustomers, 1e-14);
        Assert.Equal(3, change.ByPrice, 1e-14);
        Assert.Equal(5, change.Total);
    }

    // All four double: each adds 1 · (1 + … ) by the orders of changing: 15 in equal parts.
    [Fact]
    public void Four_factors_that_double_have_equal_parts()
    {
        var change = RevenueTree.Split(new(1, 1, 1, 1), new(2, 4, 8, 16));

        Assert.All([change.ByCustomers, change.ByOrders, change.ByItems, change.ByPrice], part => Assert.Equal(3.75, part, 1e-14));
    }

    [Fact]
    public void A_period_without_anything_leaves_the_change_to_the_customers()
    {
        Assert.Equal(50, RevenueTree.Split(default, new(5, 5, 10, 50)).ByCustomers, 1e-9);
        Assert.Equal(-50, RevenueTree.Split(new(5, 5, 10, 50), default).ByCustomers, 1e-9);
        Assert.Equal(0, RevenueTree.Split(default, default).Total);
        Assert.Throws<ArgumentException>(() => RevenueTree.Split(new(-1, 0, 0, 0), default));
        Assert.Throws<ArgumentException>(() => RevenueTree.Split(default, new(1, 1, 1, double.NaN)));
    }

    [Fact]
    public void Parts_sum_to_the_change_whatever_the_signs()
        => Gen.Select(Gen.Double[0, 1e5], Gen.Double[0, 3e5], Gen.Double[-1e6, 1e6], Gen.Double[-1e7, 1e7]).Select((c, o, i, r) => new RevenueFactors(Math.Floor(c), c < 1 ? 0 : Math.Floor(o), Math.Floor(i), r))
            .Array[2].Sample(pair =>
            {
                var change = RevenueTree.Split(pair[0], pair[1]);
                var scale = Math.Max(1, new[] { change.ByCustomers, change.ByOrders, change.ByItems, change.ByPrice }.Max(Math.Abs));
                return Math.Abs(change.ByCustomers + change.ByOrders + change.ByItems + change.ByPrice - change.Total) <= 1e-9 * scale;
            });

    // Of a small change the logarithmic mean index says nearly the same: L · ln(x₁ ÷ x₀).
    [Fact]
    public void A_small_change_is_split_as_the_logarithmic_mean_index_does()
    {
        var change = RevenueTree.Split(new(1000, 2000, 9000, 50_000), new(1020, 2020, 9300, 51_500));
        var mean = 1500 / Math.Log(51_500 / 50_000.0);

        Assert.Equal(mean * Math.Log(1.02), change.ByCustomers, 0.1); // a ten-thousandth of the change
        Assert.Equal(mean * Math.Log(2020 / 2000.0 / 1.02), change.ByOrders, 0.1);
    }

    [Fact]
    public void Customers_are_gained_lost_up_or_down()
    {
        var table = GainAndLoss.Of([null, 10, 20, 30, null, 5], [7, null, 25, 10, null, 5]);

        Assert.Equal(new RevenueGroup(1, 0, 7), table.Gained);
        Assert.Equal(new RevenueGroup(1, 10, 0), table.Lost);
        Assert.Equal(new RevenueGroup(2, 25, 30), table.Up);
        Assert.Equal(new RevenueGroup(1, 30, 10), table.Down);
        Assert.Equal(-18, table.Total);
    }
}
