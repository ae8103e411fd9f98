using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Experiments;

namespace Insiders.Tests.HandWorked;

public sealed class ExperimentsByHandTests
{
    // Four against four: means 2.5 and 5, variances 5/3 and 20/3; difference 2.5, its variance 25/12; degrees of freedom
    // (25/12)² ÷ ((5/12)²/3 + (20/12)²/3) = 3 · 625 ÷ 425.
    [Fact]
    public void Two_small_groups_are_compared()
    {
        var result = WelchTest.Difference(SampleMoments.Of([1, 2, 3, 4]), SampleMoments.Of([2, 4, 6, 8]), 0.95)!;

        Assert.Equal(2.5, result.Estimate);
        Assert.Equal(75 / 17.0, result.Freedom, 1e-12);
        Assert.Equal(Math.Sqrt(3), result.Estimate / ((result.High - result.Low) / 2) * Quantile(result.Freedom), 1e-9); // t = 2.5 ÷ √(25/12)
        Assert.Null(WelchTest.Difference(SampleMoments.Of([1]), SampleMoments.Of([2, 3]), 0.95));
        Assert.Null(WelchTest.Difference(SampleMoments.Of([1, 1]), SampleMoments.Of([2, 2]), 0.95));
        Assert.Null(WelchTest.RelativeDifference(SampleMoments.Of([-1, 1]), SampleMoments.Of([2, 3]), 0.95));
    }

    private static double Quantile(double freedom) => StudentDistribution.Quantile(0.975, freedom);

    [Fact]
    public void Sums_and_values_say_the_same()
        => Assert.Equal(SampleMoments.Of([1, 2, 3, 4]), SampleMoments.OfSums(4, 10, 30));

    // z = 1.959964, z' = 0.841621: (2.801585)² = 7.848880. σ 10, δ 2, equal arms: 7.848880 · 100 · 2 ÷ 4 = 392.444, and z² ÷ 4 more for
    // Student's t (Guenther 1981): 393.404.
    [Fact]
    public void A_mean_needs_so_many_customers_and_fewer_with_the_time_before()
    {
        var options = new SizingOptions();
        var plain = MeanSizing.Sizes(10, 2, 0, options);
        var uneven = MeanSizing.Sizes(10, 2, 0, options with { TreatedPerWithheld = 9 });

        Assert.Equal(393.404, plain.Withheld, 0.01);
        Assert.Equal(788, plain.Total);
        Assert.Equal((392.444 * (1 - 0.36)) + 0.960, MeanSizing.Sizes(10, 2, 0.6, options).Withheld, 0.01);
        Assert.Equal(392.444 / 2 * (1 + (1 / 9.0)), uneven.Withheld, 2.5); // the smaller arm decides how much more: about z² ÷ 2
        Assert.True(uneven.Withheld > 392.444 / 2 * (1 + (1 / 9.0)));
        Assert.Equal(9 * uneven.Withheld, uneven.Treated, 1e-9);
        Assert.Equal(0.8, MeanSizing.Power(10, 2, 0, plain, 0.05), 1e-5);
        Assert.Equal(0.05, MeanSizing.Power(10, 0, 0, plain, 0.05), 1e-4);
        Assert.Equal(2, MeanSizing.DetectableDifference(10, 0, uneven, options), 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanSizing.Sizes(10, 0, 0, options));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanSizing.Sizes(10, 1, 1, options));
    }

    [Theory]
    [InlineData(ShareFormula.Arcsine)]
    [InlineData(ShareFormula.Pooled)]
    [InlineData(ShareFormula.Unpooled)]
    public void The_smallest_rise_that_is_found_needs_as_many_as_there_are(ShareFormula formula)
    {
        var options = new SizingOptions { TreatedPerWithheld = 4 };
        var sizes = ShareSizing.Sizes(0.2, 0.23, formula, options);

        Assert.Equal(0.03, ShareSizing.DetectableRise(0.2, sizes, formula, options)!.Value, 1e-9);
        Assert.Throws<ArgumentException>(() => ShareSizing.Sizes(0.2, 0.2, formula, options));
        Assert.Throws<ArgumentOutOfRangeException>(() => ShareSizing.Sizes(0, 0.2, formula, options));
    }

    [Fact]
    public void Two_against_two_find_nothing_at_all()
        => Assert.Null(ShareSizing.DetectableRise(0.2, new ArmSizes(2, 2), ShareFormula.Arcsine, new SizingOptions()));

    // 60 and 40 where 50 and 50 were meant: χ² = 4, of one degree of freedom: 2 · Φ(−2).
    [Fact]
    public void Uneven_arms_have_a_p_by_hand()
    {
        Assert.Equal(0.0455003, SampleRatio.P([60, 40], [1, 1]), 1e-7);
        Assert.Equal(1, SampleRatio.P([90, 10], [9, 1]), 1e-12);
        Assert.Equal(Math.Exp(-1), SampleRatio.P([10, 20, 30], [1, 2, 3]) * Math.Exp(-1), 1e-12);
        Assert.Equal(1, SampleRatio.P([0, 0], [1, 1]));
        Assert.Throws<ArgumentException>(() => SampleRatio.P([1], [1]));
    }

    // Within arms y rises by 2 for each x: nothing is left but the effect of 3, and what x differs by between the arms is gone.
    [Fact]
    public void What_customers_would_have_done_anyway_is_taken_out()
    {
        var (withheld, treated, explained) = CovariateAdjustment.Adjust([2, 4, 6], [1, 2, 3], [11, 13, 15], [4, 5, 6]);

        Assert.Equal([7, 7, 7], withheld, (a, b) => Math.Abs(a - b) < 1e-12); // x̄ = 3.5
        Assert.Equal([10, 10, 10], treated, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(1, explained, 1e-12);
        Assert.Equal([1, 2], CovariateAdjustment.Adjust([1, 2], [5, 5], [3], [5]).Withheld.AsEnumerable());
        Assert.Throws<ArgumentException>(() => CovariateAdjustment.Adjust([1], [], [2], [1]));
    }

    [Fact]
    public void A_read_out_says_what_withholding_has_cost()
    {
        var result = ReadOut.Of([1, 2, 3, 4], [2, 4, 6, 8], [], [], 0.5, new ReadOutOptions());

        Assert.Equal((10.0, 4 * result.Difference!.Low), (result.WithholdingCost!.Value.Estimate, result.WithholdingCost.Value.Low));
        Assert.Equal((1.0, null), (result.Relative!.Estimate, result.Explained));
        Assert.False(result.SampleRatioAlarm);
        Assert.True(ReadOut.Of([.. new double[100]], [.. new double[300]], [], [], 0.5, new ReadOutOptions()).SampleRatioAlarm);
        Assert.Null(ReadOut.Of([], [1, 2], [], [], 0.5, new ReadOutOptions()).Difference);
    }

    // All eight: 1 1 2 2 3 3 4 100; the place of 0.75 · 7 is 3.25 above the second 3's before: 3 + 0.25 · (4 − 3).
    [Fact]
    public void A_single_large_order_counts_as_the_limit()
    {
        var result = ReadOut.Of([1, 2, 3, 4], [1, 2, 3, 100], [], [], 0.5, new ReadOutOptions { WinsorisedAt = 0.75 });

        Assert.Equal((9 + 0.25) / 4, result.Withheld.Mean, 1e-12);
        Assert.Equal(0, result.Difference!.Estimate, 1e-12);
    }

    [Fact]
    public void Whoever_qualifies_again_keeps_their_arm_and_every_stratum_its_share()
    {
        AssignmentCandidate[] first = [.. Enumerable.Range(0, 1_000).Select(i => new AssignmentCandidate($"C{i}", i < 700 ? "big" : "small", null))];
        var options = new AssignmentOptions { Seed = 9, WithheldShare = 0.1 };

        var arms = StratifiedAssignment.Assign(first, options);
        var more = first.Select((candidate, i) => candidate with { Earlier = arms[i] }).Concat(Enumerable.Range(1_000, 300).Select(i => new AssignmentCandidate($"C{i}", "big", null))).ToArray();
        var again = StratifiedAssignment.Assign(more, options);

        Assert.Equal(70, arms.Take(700).Count(arm => arm == Arm.Withheld));
        Assert.Equal(30, arms.Skip(700).Count(arm => arm == Arm.Withheld));
        Assert.Equal(arms, again.Take(1_000));
        Assert.Equal(30, again.Skip(1_000).Count(arm => arm == Arm.Withheld));
    }

    // The first ids withheld of this seed, written down once: another processor, culture or version has to draw the same.
    [Fact]
    public void The_order_of_the_candidates_does_not_matter_nor_does_the_machine()
    {
        AssignmentCandidate[] candidates = [.. Enumerable.Range(0, 40).Select(i => new AssignmentCandidate($"Ç{i}", "all", null))];
        AssignmentCandidate[] turned = [.. candidates.Reverse()];
        string[] Withheld(AssignmentCandidate[] list)
            => [.. list.Zip(StratifiedAssignment.Assign(list, new AssignmentOptions { Seed = 1 })).Where(pair => pair.Second == Arm.Withheld).Select(pair => pair.First.CustomerId).Order(StringComparer.Ordinal)];

        Assert.Equal(Withheld(candidates), Withheld(turned));
        Assert.Equal(["Ç15", "Ç17", "Ç26", "Ç29"], Withheld(candidates));
        Assert.Contains("C1", Assert.Throws<ArgumentException>(() => StratifiedAssignment.Assign([new("C1", "a", null), new("C1", "b", null)], new AssignmentOptions())).Message, StringComparison.Ordinal);
    }

    // A stratum of three at a tenth: 0.3 of a customer, so that of many such strata about 30 % withhold one.
    [Fact]
    public void Strata_too_small_for_one_are_right_on_average()
    {
        AssignmentCandidate[] candidates = [.. Enumerable.Range(0, 3_000).Select(i => new AssignmentCandidate($"C{i}", $"S{i / 3}", null))];

        Assert.InRange(StratifiedAssignment.Assign(candidates, new AssignmentOptions()).Count(arm => arm == Arm.Withheld), 250, 350);
    }
}
