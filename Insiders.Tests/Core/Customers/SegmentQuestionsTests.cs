using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Influence;
using Insiders.Core.Customers.Sales;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers;

public sealed class SegmentQuestionsTests
{
    [Fact]
    public void A_difference_is_measured_in_standard_deviations_of_the_base_and_the_largest_comes_first()
    {
        // Revenue 1 1 1 5: mean 2, deviation sqrt((1+1+1+9)/4) = sqrt 3. Recency 10 20 30 40: mean 25, deviation sqrt 125.
        var customers = SmallBase.Of([2, 2, 2, 1], ("gross_revenue", [1, 1, 1, 5]), ("recency_days", [10, 20, 30, 40]));

        var differences = FeatureDifferences.Of(customers, [3]);

        Assert.Equal(["gross_revenue", "recency_days"], differences.Select(difference => difference.Feature));
        Assert.Equal(3 / Math.Sqrt(3), differences[0].Standardised, 1e-12); // 1.5 with the sample's deviation
        Assert.Equal(15 / Math.Sqrt(125), differences[1].Standardised, 1e-12);
        Assert.Equal(2.5, differences[0].Ratio);
        Assert.Empty(FeatureDifferences.Of(customers, []));
    }

    [Fact]
    public void Features_that_do_not_vary_and_places_set_nobody_apart()
        => Assert.Equal(["gross_revenue"], FeatureDifferences.Of(SmallBase.Of([1, 1], ("gross_revenue", [1, 3]), ("latitude", [1, 9]), ("qtty_items", [7, 7])), [0]).Select(one => one.Feature));

    [Fact]
    public void A_customer_who_moves_a_mean_by_more_than_a_tenth_is_named_with_the_mean_without_him()
    {
        // Returns 0 1 2 97: mean 25, without the last 1. Recency 9 10 11 10: the furthest moves it from 10 by a thirtieth.
        var customers = SmallBase.Of([1, 1, 1, 1], ("qtty_returns", [0, 1, 2, 97]), ("recency_days", [9, 10, 11, 10]));

        var influence = Assert.Single(MeanInfluences.Of(customers, customers.Everybody, ["qtty_returns", "recency_days", "not_there"]));

        Assert.Equal(("qtty_returns", 3, 25.0, 1.0), (influence.Feature, influence.Row, influence.Mean, influence.MeanWithout));
        Assert.Equal(24, influence.Share, 1e-12); // 0.96 if measured by the mean with him
        Assert.Empty(MeanInfluences.Of(customers, [3], ["qtty_returns"]));
    }

    [Fact]
    public void The_order_value_of_a_set_is_all_its_revenue_by_all_its_invoices_wherever_it_is_compared()
    {
        // Orders of 100, 25 and 300 on average: 83.33 of all together, where the mean of the three is 141.67.
        var customers = SmallBase.Of([1, 1, 1], ("gross_revenue", [100, 100, 300]), ("qtty_invoices", [1, 4, 1]));

        var difference = FeatureDifferences.Of(customers, [0, 1]).Single(one => one.Feature == CustomerMeasures.OrderValue);
        var influence = Assert.Single(MeanInfluences.Of(customers, customers.Everybody, [CustomerMeasures.OrderValue]));

        Assert.Equal((40, 500 / 6.0), (difference.Mean, difference.BaseMean));
        Assert.Equal((40 - (500 / 6.0)) / Math.Sqrt(((41 + (2 / 3.0)) * (41 + (2 / 3.0)) + (116 + (2 / 3.0)) * (116 + (2 / 3.0)) + (158 + (1 / 3.0)) * (158 + (1 / 3.0))) / 3), difference.Standardised, 1e-12);
        Assert.Equal((1, 200.0), (influence.Row, influence.MeanWithout)); // The one with 300 moves it to 40 only.
        Assert.Equal(500 / 6.0, customers.Profile(customers.Everybody).OrderValueAmount(), 1e-12);
    }

    [Fact]
    public void A_mean_that_one_customer_makes_alone_is_reported()
    {
        var customers = SmallBase.Of([1, 1, 1], ("qtty_returns", [0, 0, 6]));

        Assert.Equal(double.PositiveInfinity, Assert.Single(MeanInfluences.Of(customers, customers.Everybody, ["qtty_returns"])).Share);
        Assert.Empty(MeanInfluences.Of(customers, customers.Everybody, ["recency_days"]));
    }

    [Fact]
    public void The_centre_of_the_map_is_the_median_of_each_coordinate()
    {
        // Medians 2 and 0; with means (22.4, 0) the fourth customer would come first.
        var customers = SmallBase.Of([1, 1, 1, 1, 1], ("x", [0, 2, 3, 7, 100]), ("y", [0, 0, 0, 0, 0]));

        Assert.Equal([2, 1, 0, 3, 4], MapCentre.Nearest(customers, customers.Everybody).AsEnumerable());
        Assert.Empty(MapCentre.Nearest(customers, []));
    }

    [Fact]
    public void Countries_go_by_revenue_and_compare_with_the_base()
    {
        var customers = SmallBase.Of([1, 1, 1, 2], ("gross_revenue", [1, 9, 2, 4]));

        var countries = CountryShare.Of(customers, [0, 1, 2]);

        Assert.Equal([("Japan", 1, 9, 1.0 / 3, 0.5), ("EIRE", 2, 3, 2.0 / 3, 0.5)], countries.Select(country => (country.Here.Name, country.Here.Customers, country.Here.RevenueAmount, country.Here.CustomerShare, country.BaseCustomerShare)));
        Assert.Equal(4.0 / 3, countries[1].Lift, 1e-12);
    }

    [Fact]
    public void Months_without_a_sale_of_the_set_are_there_with_zero()
    {
        ImmutableArray<CustomerMonth> months = [new(0, new(2020, 1, 1), 5, 1, 1, 0, 0), new(1, new(2020, 3, 1), 7, 1, 1, 0, 0), new(2, new(2020, 3, 1), 4, 1, 1, 0, 0), new(0, new(2020, 3, 1), 0, 0, 0, 2, 3)];

        Assert.Equal([new(new(2020, 1, 1), 5, 1), new(new(2020, 2, 1), 0, 0), new(new(2020, 3, 1), 4, 1)], new MonthlySales(months).RevenueOf([0, 2]).AsEnumerable()); // 2 customers in March if a return counted
        Assert.Empty(new MonthlySales([]).RevenueOf([0]));
    }

    [Fact]
    public void Over_represented_is_what_enough_of_a_set_buys_more_often_than_everybody()
    {
        // The set has 10 of 100 customers. MUG: 8 of 10 against 20 of 100 = 4 times. CUP: 6 of 10 against 12 of 100 = 5 times. TRAY: 5 of 10 against 90: less. RARE: 4 buyers are too few.
        ImmutableArray<ProductSales> set = [new("MUG", "MUG", 50, 9, 8), new("CUP", "CUP", 10, 6, 6), new("TRAY", "TRAY", 99, 9, 5), new("RARE", "RARE", 999, 4, 4)];
        ImmutableArray<ProductSales> all = [new("MUG", "MUG", 80, 30, 20), new("CUP", "CUP", 20, 12, 12), new("TRAY", "TRAY", 900, 90, 90), new("RARE", "RARE", 999, 4, 4)];

        var lifts = ProductLifts.Rank(set, 10, all, 100);

        Assert.Equal(["CUP", "MUG"], lifts.Select(lift => lift.Product.StockCode)); // RARE would lead with 10 without the least support
        Assert.Equal([5, 4], lifts.Select(lift => Math.Round(lift.Lift, 9)));
    }

    [Fact]
    public void In_a_large_set_five_buyers_are_too_few()
        => Assert.Empty(ProductLifts.Rank([new("MUG", "MUG", 50, 9, 5)], 101, [new("MUG", "MUG", 50, 9, 5)], 1_000));
}
