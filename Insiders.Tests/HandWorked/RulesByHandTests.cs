using CsCheck;
using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Rules;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.HandWorked;

public sealed class RulesByHandTests
{
    [Theory]
    [InlineData(1987, 2013, 2000)]
    [InlineData(0.031, 0.048, 0.04)]
    [InlineData(3, 4, 4)]
    [InlineData(-3, 2, 0)]
    [InlineData(-420, -260, -400)]
    [InlineData(0.3, 0.30000000000000004, 0.30000000000000004)]
    public void A_threshold_is_what_a_person_would_say(double below, double atLeast, double spoken)
        => Assert.Equal(spoken, SpokenNumbers.Between(below, atLeast));

    [Fact]
    public void A_spoken_number_parts_what_it_was_asked_to_part()
    {
        Gen.Double[-1e6, 1e6].Array[2].Where(pair => pair[0] != pair[1]).Sample(pair =>
        {
            var (low, high) = (Math.Min(pair[0], pair[1]), Math.Max(pair[0], pair[1]));
            return SpokenNumbers.Between(low, high) is var spoken && spoken > low && spoken <= high;
        });
        Assert.Throws<ArgumentException>(() => SpokenNumbers.Between(2, 2));
    }

    // Revenue, days since the last purchase. Members: at least 1,000 and below 30 days.
    private static readonly Matrix s_table = Matrix.FromRows([[1500, 10], [1100, 25], [2400, 12], [1900, 80], [990, 9], [300, 5], [200, 200]]);

    [Fact]
    public void Two_conditions_say_exactly_who_is_a_member()
    {
        var rule = RuleSearch.Find(s_table, [true, true, true, false, false, false, false], new RuleOptions(), CancellationToken.None);

        Assert.Equal([new RuleCondition(0, true, 1000), new RuleCondition(1, false, 50)], rule.Conditions.OrderBy(condition => condition.Column));
        Assert.Equal((1.0, 1.0, 3 / 7.0, 1.0), (rule.Precision, rule.Recall, rule.Coverage, rule.F1));
        Assert.Equal([true, true, true, false, false, false, false], RuleSearch.Met(s_table, rule));
    }

    // One condition: at least 1,000 meets four, three of them members: 2 · 3 ÷ (4 + 3).
    [Fact]
    public void Fewer_conditions_say_so_by_precision()
    {
        var rule = RuleSearch.Find(s_table, [true, true, true, false, false, false, false], new RuleOptions { MaximumConditions = 1 }, CancellationToken.None);

        Assert.Equal((0.75, 1.0, 6 / 7.0), (rule.Precision, rule.Recall, rule.F1));
    }

    [Fact]
    public void Where_nothing_tells_members_from_others_there_is_no_condition()
    {
        var same = Matrix.FromRows([[1.0], [1.0], [1.0]]);

        Assert.Empty(RuleSearch.Find(same, [true, false, false], new RuleOptions(), CancellationToken.None).Conditions);
        Assert.Empty(RuleSearch.Find(s_table, [.. new bool[7]], new RuleOptions(), CancellationToken.None).Conditions);
        Assert.Null(RuleSearch.Find(s_table, [.. new bool[7]], new RuleOptions(), CancellationToken.None).Recall);
        Assert.Throws<ArgumentException>(() => RuleSearch.Find(same, [true], new RuleOptions(), CancellationToken.None));
    }

    [RealFileFact]
    public void Four_conditions_say_who_is_in_the_top_cluster_of_the_study()
    {
        var (features, clusters) = (RetailReference.Features.Values, RetailReference.Clusters);
        bool[] members = [.. clusters.Labels.Select(label => label == 0)];

        var rule = RuleSearch.Find(features, members, new RuleOptions(), CancellationToken.None);

        Assert.InRange(rule.Conditions.Length, 1, 4);
        Assert.InRange(rule.Precision!.Value, 0.9, 1);
        Assert.InRange(rule.Recall!.Value, 0.9, 1);
        Assert.Equal(rule.Met, RuleSearch.Met(features, rule).Count(met => met));
    }
}
