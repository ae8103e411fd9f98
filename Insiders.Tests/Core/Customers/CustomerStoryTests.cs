using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers;

public sealed class CustomerStoryTests
{
    private static readonly CustomerTable s_base = Build();

    [Fact]
    public void Neighbours_on_the_map_go_by_straight_distance_and_then_by_row()
    {
        Assert.Equal([1, 3, 4], s_base.NearestOnMap(0, 3).AsEnumerable()); // 1 and 3 are both one step away
        Assert.Equal([4, 1], s_base.NearestOnMap(2, 2).AsEnumerable()); // [1, 4] if steps were added up: 2 + 0 against 1.5 + 0.6
        Assert.Equal(4, s_base.NearestOnMap(0, 8).Length);
    }

    [Fact]
    public void A_difference_counts_where_customer_and_segment_are_on_one_side_of_the_base()
    {
        // Revenue 10, 8, 0, 0 and 2 has mean 4; the segment of rows 0 and 1 has mean 9.
        var deviation = Math.Sqrt((36 + 16 + 16 + 16 + 4) / 5.0);

        var differences = s_base.SharedDifferences(1, 3);

        // Recency of row 1 lies above the base, that of its segment below: not shared. Latitude is not asked.
        var revenue = Assert.Single(differences);
        Assert.Equal("gross_revenue", revenue.Feature);
        Assert.Equal(4 / deviation, revenue.CustomerDeviations, 1e-9);
        Assert.Equal(5 / deviation, revenue.SegmentDeviations, 1e-9);
        Assert.Equal(4 / deviation, revenue.Strength, 1e-9); // 5 / deviation if the larger counted
        Assert.True(revenue.IsAbove);
    }

    [Fact]
    public void The_strongest_shared_difference_comes_first()
        => Assert.Equal(["gross_revenue", "recency_days"], s_base.SharedDifferences(0, 3).Select(difference => difference.Feature)); // the other way if the larger distance counted

    [Fact]
    public void Noise_shares_nothing() => Assert.Empty(s_base.SharedDifferences(4, 3));

    [Fact]
    public void A_spread_is_of_the_rows_asked_for() => Assert.Equal(new Spread(0, 0, 0, 4, 8), s_base.SpreadOf("gross_revenue", [1, 2, 3]));

    private static CustomerTable Build()
    {
        ImmutableArray<double> x = [0, 1, 3, 0, 1.5], y = [0, 0, 0, 1, 0.6];
        var columns = new CustomerColumns(
            ["a", "b", "c", "d", "e"], ["F", "F", "F", "F", "F"], [0, 0, 1, 1, -1], [7, 7, 9, 9, null], x, y, x,
            ["latitude", "gross_revenue", "recency_days"], [[9, 9, 0, 0, 0], [10, 8, 0, 0, 2], [0, 60, 50, 50, 40]]);
        return new CustomerTable(columns, [SmallBase.Segment(7, 0), SmallBase.Segment(9, 1)]);
    }
}
