using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Programmes;
using Insiders.Core.Statistics.Rules;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.HandWorked;

public sealed class ProgrammeNeedsByHandTests
{
    // c0 has 2 orders of 50 and 10 items, 30 days ago; c1 the same with 4 of its 10 items returned; c2 is a member; c3 never bought.
    private static readonly CustomerTable s_customers = SmallBase.Of(
        [2, 2, 1, 2],
        ("gross_revenue", [100, 100, 1_000, 0]), ("qtty_invoices", [2, 2, 10, 0]), ("qtty_items", [10, 10, 100, 0]), ("recency_days", [30, 30, 3, 365]), ("qtty_returns", [0, 4, 0, 1]), ("return_rate", [0, 0.4, 0, 1]));

    [Fact]
    public void Money_alone_is_missing()
        => Assert.Equal(new CustomerNeed("c0", 1, 100, 1), Find(0, ("gross_revenue", true, 200))); // 50 if an order were worth no more than usual

    [Fact]
    public void Orders_are_missing_and_are_worth_what_they_are_on_average()
        => Assert.Equal(new CustomerNeed("c0", 3, 150, 1), Find(0, ("qtty_invoices", true, 5)));

    [Fact]
    public void Orders_and_money_are_missing()
        => Assert.Equal(new CustomerNeed("c0", 2, 400, 2), Find(0, ("qtty_invoices", true, 4), ("gross_revenue", true, 500)));

    [Fact]
    public void One_order_makes_the_last_purchase_recent()
        => Assert.Equal(new CustomerNeed("c0", 1, 50, 1), Find(0, ("recency_days", false, 10)));

    [Fact]
    public void A_return_rate_falls_with_items()
        => Assert.Equal(new CustomerNeed("c1", 1, 300.01, 1), Find(1, ("return_rate", false, 0.1))); // 4 ÷ 40 is not below 0.1: 30 more items cost 300

    [Fact]
    public void What_no_order_changes_cannot_be_met_and_who_meets_all_needs_nothing()
    {
        Assert.Null(Find(0, ("avg_recency", false, -1)));
        Assert.Null(Find(2, ("gross_revenue", true, 200)));
        Assert.Null(Find(3, ("gross_revenue", true, 200)));
        Assert.Null(Find(0, ("gross_revenue", true, 1_000_000)));
    }

    [Fact]
    public void The_nearest_come_first_and_members_are_not_listed()
        => Assert.Equal(["c0", "c1"], CustomerNeeds.Nearest(s_customers, Rule([("gross_revenue", true, 200)]), [false, false, true, false], 9).Select(need => need.CustomerId));

    [Fact]
    public void The_room_of_a_member_is_that_of_the_tightest_condition()
    {
        var member = new Member(new("c2", 0, default, default), [new(new MeasureCondition("gross_revenue", 800, null), true, 1_000), new(new MeasureCondition("recency_days", null, 4), true, 3)], 0);

        Assert.Equal(new MemberMargin("gross_revenue", true, 800, 1_000, 0.25, false), MemberMargin.Of(member, s_customers, null));
        Assert.Equal(new MemberMargin("qtty_invoices", true, 8, 10, 0.25, true), MemberMargin.Of(member with { Evidence = [new(new SegmentCondition(null), true, 1)] }, s_customers, Rule([("qtty_invoices", true, 8), ("gross_revenue", true, 100)])));
        Assert.Null(MemberMargin.Of(member with { Evidence = [] }, s_customers, null));
    }

    [Fact]
    public void The_probability_of_a_segment_is_the_share_of_the_nearest()
    {
        // Eight on a line; the first four are segment 1. Everybody is asked but oneself, for there are fewer than fifteen others.
        var customers = SmallBase.Of([1, 1, 1, 1, 2, 2, 2, 2], ("x", [0, 1, 2, 3, 10, 11, 12, 13]));

        Assert.Equal([3 / 7.0, 3 / 7.0, 3 / 7.0, 3 / 7.0, 4 / 7.0, 4 / 7.0, 4 / 7.0, 4 / 7.0], SegmentProbability.Of(customers, null, CancellationToken.None).AsEnumerable());
        Assert.All(SegmentProbability.Of(customers, 99, CancellationToken.None), share => Assert.Equal(0, share));
        Assert.Equal([0.0], SegmentProbability.Of(SmallBase.Of([1]), null, CancellationToken.None).AsEnumerable());

        // Twenty and twenty far apart: the fifteen nearest are all of the own kind.
        var apart = SmallBase.Of([.. Enumerable.Range(0, 40).Select(i => i < 20 ? 1L : 2L)], ("x", [.. Enumerable.Range(0, 40).Select(i => i < 20 ? i : 1_000.0 + i)]));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => i < 20 ? 1.0 : 0.0), SegmentProbability.Of(apart, 1, CancellationToken.None));
    }

    [Fact]
    public void A_share_stands_beside_that_of_as_many_by_revenue_alone()
        => Assert.Equal(new ProgrammeWorth(1, 0.25, 100, 100 / 1_200.0, 1_000, 1_000 / 1_200.0, 0), ProgrammeWorth.Of(s_customers, [0]));

    private static CustomerNeed? Find(int row, params (string Measure, bool AtLeast, double Threshold)[] conditions) => CustomerNeeds.Find(s_customers, Rule(conditions), row);

    private static MemberRule Rule((string Measure, bool AtLeast, double Threshold)[] conditions)
    {
        ImmutableArray<string> columns = [.. conditions.Select(condition => condition.Measure)];
        return new(columns, new([.. conditions.Select((condition, at) => new RuleCondition(at, condition.AtLeast, condition.Threshold))], 1, 1, 1, 4), [], []);
    }
}
