using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers;

public sealed class CustomerTableTests
{
    private static readonly CustomerTable s_base = SmallBase.Four();

    [Fact]
    public void Conditions_of_a_filter_all_hold()
    {
        Assert.Equal(["a", "b", "c", "d"], Ids(s_base.Select(CustomerFilter.None)));
        Assert.Equal(["a", "c"], Ids(s_base.Select(new() { SegmentIds = [7] })));
        Assert.Equal(["b", "c"], Ids(s_base.Select(new() { Countries = ["EIRE"] })));
        Assert.Equal(["c"], Ids(s_base.Select(new() { SegmentIds = [7], Countries = ["EIRE"] })));
        Assert.Equal(["b", "c"], Ids(s_base.Select(new() { Text = "eir" })));
        Assert.Equal(["b", "c"], Ids(s_base.Select(new() { Text = "irlanda" }))); // nobody, if only the ledger's own word were looked at
        Assert.Equal(["a", "b"], Ids(s_base.Select(new() { Ranges = [new("gross_revenue", 20, 40)] })));
        Assert.Equal(["c", "d"], Ids(s_base.Select(new() { Ranges = [new("gross_revenue", null, 19.99)] })));
        Assert.Empty(s_base.Select(new() { SegmentIds = [99] }));
    }

    [Fact]
    public void A_range_of_a_feature_that_is_not_there_is_refused()
        => Assert.Contains("no feature 'age'", Assert.Throws<ArgumentException>(() => s_base.Select(new() { Ranges = [new("age", 1, 2)] })).Message, StringComparison.Ordinal);

    [Fact]
    public void Equal_values_go_by_id_in_both_directions_and_noise_comes_last()
    {
        Assert.Equal(["a", "b", "c", "d"], Ids(s_base.Sort(s_base.Everybody, new("gross_revenue", Descending: true))));
        Assert.Equal(["c", "d", "b", "a"], Ids(s_base.Sort(s_base.Everybody, new("gross_revenue", Descending: false))));
        Assert.Equal(["a", "c", "b", "d"], Ids(s_base.Sort(s_base.Everybody, new("segment", Descending: false))));
        Assert.Equal(["b", "a", "c", "d"], Ids(s_base.Sort(s_base.Everybody, new("segment", Descending: true))));
    }

    [Fact]
    public void A_profile_adds_revenue_and_averages_the_rest_over_customers()
    {
        var profile = s_base.Profile([0, 1, 2]);

        Assert.Equal((3, 0.75), (profile.Customers, profile.CustomerShare));
        Assert.Equal(70, profile.RevenueAmount, 1e-9);
        Assert.Equal(70.0 / 80, profile.RevenueShare, 1e-9);
        Assert.Equal(20, profile.MedianRevenueAmount, 1e-9);
        Assert.Equal(4, profile.RecencyDays, 1e-9); // 12 if recencies were added up
    }

    [Fact]
    public void The_last_line_of_a_column_follows_the_column_s_meaning()
    {
        Assert.Equal(new ColumnTotal(ColumnTotalKind.Sum, 80), s_base.Total("gross_revenue", s_base.Everybody));
        Assert.Equal(new ColumnTotal(ColumnTotalKind.Mean, 4.25), s_base.Total("recency_days", s_base.Everybody)); // 17 if added up
        Assert.Equal(ColumnTotalKind.None, s_base.Total("latitude", s_base.Everybody).Kind);
    }

    [Fact]
    public void The_order_value_of_several_customers_is_revenue_by_invoices_not_a_mean_of_means()
    {
        Assert.Equal([40.0 / 3, 20, 10, 10], s_base.Feature(CustomerMeasures.OrderValue).AsEnumerable());
        Assert.Equal(new ColumnTotal(ColumnTotalKind.Mean, 15), s_base.Total(CustomerMeasures.OrderValue, [0, 1])); // 16.67 as a mean of the two
    }

    [Fact]
    public void A_percentile_counts_half_of_the_equals()
    {
        Assert.Equal(0.25, s_base.Percentile("gross_revenue", 2, s_base.Everybody), 1e-9); // 0 without the equals, 0.5 with all of them
        Assert.Equal(0.875, s_base.Percentile("gross_revenue", 0, s_base.Everybody), 1e-9);
    }

    [Fact]
    public void A_customer_is_found_by_id()
    {
        Assert.Equal(1, s_base.FindRow("b"));
        Assert.Null(s_base.FindRow("bb"));
        Assert.Null(s_base.SegmentAt(3));
        Assert.Equal(7, s_base.SegmentAt(2)!.SegmentId);
    }

    private static IEnumerable<string> Ids(ImmutableArray<int> rows) => rows.Select(row => s_base.Ids[row]);
}
