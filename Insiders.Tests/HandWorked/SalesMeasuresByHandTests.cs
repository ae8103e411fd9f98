using Insiders.Core.Customers;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Navigation;

namespace Insiders.Tests.HandWorked;

/// <summary>Measures that follow from single sales, worked out by hand, and what lists do with customers who have none.</summary>
public sealed class SalesMeasuresByHandTests
{
    private static readonly DateOnly s_asOf = new(2017, 12, 7);

    // c0 bought on 1, 11, 21 and 31 October and returned 5 of its 40; c1 bought twice; c2 only returned something.
    private static readonly CustomerTable s_customers = Build(
        new(0, new(2017, 10, 1), 10, 1, 1, 0), new(0, new(2017, 10, 11), 10, 1, 1, 0), new(0, new(2017, 10, 21), 10, 1, 1, 0), new(0, new(2017, 10, 31), 10, 1, 1, 0), new(0, new(2017, 11, 20), 0, 0, 0, 5),
        new(1, new(2017, 11, 1), 7, 1, 1, 0), new(1, new(2017, 12, 7), 8, 1, 1, 0), new(2, new(2017, 11, 1), 0, 0, 0, 3));

    [Fact]
    public void Purchases_have_a_first_and_a_last_day_and_returns_are_none()
    {
        Assert.Equal([new DateOnly(2017, 10, 31).DayNumber, s_asOf.DayNumber, double.NaN], s_customers.Feature(SalesMeasures.LastPurchase).AsEnumerable()); // 20 November for c0 if its return counted
        Assert.Equal([new DateOnly(2017, 10, 1).DayNumber, new DateOnly(2017, 11, 1).DayNumber, double.NaN], s_customers.Feature(SalesMeasures.CustomerSince).AsEnumerable());
        Assert.Equal([35, 15, -3], s_customers.Feature(SalesMeasures.NetRevenue).AsEnumerable());
    }

    [Fact]
    public void A_customer_with_three_gaps_is_overdue_after_the_longer_ones_and_others_are_never()
        => Assert.Equal([27, double.NaN, double.NaN], s_customers.Feature(SalesMeasures.DaysOverdue).AsEnumerable()); // gaps 10 10 10: expected by 10 November; 37 since the last purchase

    [Fact]
    public void Who_has_no_value_comes_last_either_way_and_is_in_no_mean_and_no_range()
    {
        Assert.Equal([1, 0, 2], s_customers.Sort([0, 1, 2], new CustomerOrder(SalesMeasures.LastPurchase, Descending: true)).AsEnumerable());
        Assert.Equal([0, 1, 2], s_customers.Sort([0, 1, 2], new CustomerOrder(SalesMeasures.LastPurchase, Descending: false)).AsEnumerable());
        Assert.Equal(new ColumnTotal(ColumnTotalKind.Mean, 27), s_customers.Total(SalesMeasures.DaysOverdue, [0, 1, 2])); // 9 if the others counted as 0
        Assert.Equal(new ColumnTotal(ColumnTotalKind.Sum, 47), s_customers.Total(SalesMeasures.NetRevenue, [0, 1, 2]));
        Assert.Equal(ColumnTotalKind.None, s_customers.Total(SalesMeasures.CustomerSince, [0, 1, 2]).Kind);
        Assert.Equal([0], s_customers.Select(new() { Ranges = [new(SalesMeasures.DaysOverdue, 0, null)] }).AsEnumerable());
        Assert.Equal((27, 27), (s_customers.SpreadOf(SalesMeasures.DaysOverdue, [0, 1, 2]).Least, s_customers.SpreadOf(SalesMeasures.DaysOverdue, [0, 1, 2]).Greatest));
    }

    [Fact]
    public void A_range_of_days_stands_in_the_address_as_days()
    {
        var filter = FilterAddress.Read(AddressQuery.Of("/customers?last_purchase=2017-10-01..2017-10-31&customer_since=nonsense..&days_overdue=1.."), s_customers);

        Assert.Equal([0], s_customers.Select(filter).AsEnumerable());
        Assert.Equal("/customers?last_purchase=2017-10-01..2017-10-31&days_overdue=1..", FilterAddress.Write(AddressQuery.Empty, filter).To("/customers"));
        Assert.Equal("–", CellText.Of(SalesMeasures.LastPurchase, double.NaN));
        Assert.Equal(new DateOnly(2017, 10, 31), ListColumns.Field(SalesMeasures.LastPurchase, s_customers).Value(0));
        Assert.Null(ListColumns.Field(SalesMeasures.LastPurchase, s_customers).Value(2));
    }

    [Fact]
    public void Edits_of_segments_keep_the_measures_and_profiles_do_without_them()
    {
        Assert.True(s_customers.With(s_customers.Segments, null).WithMonths(null).Has(SalesMeasures.NetRevenue));
        Assert.DoesNotContain(SalesMeasures.NetRevenue, s_customers.ProfileNames);
        Assert.DoesNotContain(FeatureDifferences.Of(s_customers, [0]), difference => SalesMeasures.Find(difference.Feature) is not null);
        Assert.False(SmallBase.Four().Has(SalesMeasures.NetRevenue));
    }

    private static CustomerTable Build(params DaySale[] cells)
    {
        var days = new DailySales(3, cells);
        return SmallBase.Of([1, 1, 2], ("gross_revenue", [40, 15, 0])).WithDays(days, days.PurchaseDays(s_asOf), s_asOf);
    }
}
