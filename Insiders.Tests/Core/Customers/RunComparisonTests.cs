using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers;

public sealed class RunComparisonTests
{
    private static readonly LedgerDifference s_sameDays = SampleOverview.Ledger();

    [Fact]
    public void What_is_new_gone_and_moved_is_counted_over_the_customers_of_both()
    {
        // c0 stays in 1, c1 goes from 2 to 3, c2 from 1 to 3; c3 was not there before.
        var before = SmallBase.Of([1, 2, 1], ("gross_revenue", [100, 50, 10]));
        var next = SmallBase.Of([1, 3, 3, 1], ("gross_revenue", [100, 60, 10, 5]));

        var changes = RunComparison.Of(before, next, s_sameDays);

        Assert.Equal([3L], changes.Gained.Select(segment => segment.SegmentId));
        Assert.Equal([2L], changes.Lost.Select(segment => segment.SegmentId));
        Assert.Equal((2, 3), (changes.Moved, changes.Common));
        Assert.Equal((3, 4), changes.Customers);
        Assert.Equal((160, 175), changes.RevenueAmount);
    }

    [Fact]
    public void A_run_beside_itself_changes_nothing()
    {
        var customers = SmallBase.Of([1, 2, 1], ("gross_revenue", [100, 50, 10]));

        var changes = RunComparison.Of(customers, customers, s_sameDays);

        Assert.Equal((0, 0, 0, 3), (changes.Gained.Length, changes.Lost.Length, changes.Moved, changes.Common));
    }
}
