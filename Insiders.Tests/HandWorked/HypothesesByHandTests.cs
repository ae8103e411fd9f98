using Insiders.Core.Statistics.Hypotheses;

namespace Insiders.Tests.HandWorked;

public sealed class HypothesesByHandTests
{
    private static readonly BootstrapOptions s_options = new() { Replicates = 499 };

    [Fact]
    public void Raised_ps_never_change_places()
    {
        // 0.005 · 4 ÷ 1, 0.01 · 4 ÷ 2, 0.03 · 4 ÷ 3, 0.04: the last holds the third down.
        Assert.Equal([0.02, 0.04, 0.04, 0.02], FalseDiscovery.Adjust([0.01, 0.04, 0.03, 0.005]), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([1, 1], FalseDiscovery.Adjust([0.9, 1]).AsEnumerable());
        Assert.Empty(FalseDiscovery.Adjust([]));
        Assert.Throws<ArgumentException>(() => FalseDiscovery.Adjust([double.NaN]));
    }

    // Alone the second would hold at 0.04; shown beside two others it does not.
    [Fact]
    public void Verdicts_count_everything_that_is_shown()
    {
        Claim?[] claims = [new(0.001, 0.999), new(0.04, 0.96), new(0.5, 0.5), null, new(0.999, 0.001)];

        Assert.Equal([Verdict.Holds, Verdict.CannotBeSaid, Verdict.CannotBeSaid, Verdict.CannotBeSaid, Verdict.DoesNotHold], Verdicts.Of(claims, 0.05).AsEnumerable());
        Assert.Equal(Verdict.Holds, Verdicts.Of([new Claim(0.04, 0.96)], 0.05)[0]);
        Assert.Equal(new Claim(0.96, 0.04), new Claim(0.04, 0.96).Opposite);
    }

    [Fact]
    public void Figures_are_those_of_the_groups_and_twice_the_same()
    {
        double[] first = [1, 2, 3, 6, 1, 2, 3, 6, 1, 2, 3, 6];
        double[] second = [4, 5, 9, 6, 4, 5, 9, 6, 4, 5, 9, 6];
        var once = Bootstrap.CompareMeans(first, second, s_options, CancellationToken.None);
        var twice = Bootstrap.CompareMeans(first, second, s_options, CancellationToken.None);

        Assert.Equal((3.0, 6.0, 12, 12), (once.First, once.Second, once.FirstCount, once.SecondCount));
        Assert.Equal((3.0, 2.0), (once.Difference!.Estimate, once.Ratio!.Estimate));
        Assert.Equal((once.Difference.Low, once.Difference.High), (twice.Difference!.Low, twice.Difference.High));
        Assert.Equal(3, (once.Difference.Low + once.Difference.High) / 2, 1e-12); // symmetric
    }

    // Rates 6 ÷ 4 = 1.5; residuals −0.5, 0.5, 0; variance 0.5 ÷ 2 · 3 ÷ 4².
    [Fact]
    public void A_pooled_rate_has_the_variance_of_its_residuals()
    {
        var group = new GroupFigure([1, 2, 3], [1, 1, 2], "group");

        Assert.Equal((1.5, 0.046875), (group.Figure, group.Variance));
        Assert.Equal(1.5, Bootstrap.Rate([1, 2, 3, 1, 2, 3, 1, 2, 3, 0], [1, 1, 2, 1, 1, 2, 1, 1, 2, 0], s_options, CancellationToken.None)!.Estimate);
    }

    [Fact]
    public void Groups_that_say_nothing_have_no_interval()
    {
        Assert.Null(Bootstrap.CompareMeans([1], [2, 3], s_options, CancellationToken.None).Difference);
        Assert.Null(Bootstrap.CompareMeans([1, 1], [3, 3], s_options, CancellationToken.None).Difference);
        Assert.Null(Bootstrap.CompareMeans([], [2, 3], s_options, CancellationToken.None).First);
        Assert.Null(Bootstrap.CompareMeans([-1, 1, 0], [2, 3, 4], s_options, CancellationToken.None).Ratio); // by nothing
        Assert.Null(Bootstrap.CompareMeans([0, 0, 0, 0, 9], [0, 0, 0, 0, 8], s_options, CancellationToken.None).Difference); // a third of the draws has no spread
        Assert.Null(Bootstrap.Rate([1, 2], [0, 0], s_options, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => Bootstrap.CompareMeans([double.NaN], [1], s_options, CancellationToken.None));
    }

    [Fact]
    public void A_threshold_in_the_interval_is_neither_proven_nor_disproven()
    {
        double[] first = [.. Enumerable.Range(0, 100).Select(i => 10 + (i % 7) - 3.0)];
        var found = Bootstrap.CompareMeans(first, [.. first.Select(value => value + 2)], s_options, CancellationToken.None);

        Assert.True(found.Difference!.AtLeast(0).AgainstFalse < 0.01);
        Assert.True(found.Difference.AtLeast(4).AgainstTrue < 0.01);
        Assert.InRange(found.Difference.AtLeast(2).AgainstFalse, 0.4, 0.6);
        Assert.InRange(found.Difference.AtLeast(found.Difference.Low).AgainstFalse, 0.02, 0.03); // half of 1 − coverage
        Assert.InRange(found.Ratio!.AtLeast(found.Ratio.Low).AgainstFalse, 0.02, 0.03);
        Assert.InRange(found.Ratio.AtLeast(found.Ratio.High).AgainstTrue, 0.02, 0.03);
    }

    [Fact]
    public void Medians_lie_within_what_can_be_drawn()
    {
        var found = MedianComparison.Compare([1, 2, 3], [2, 4, 6, 8], s_options, CancellationToken.None);

        Assert.Equal((2.0, 5.0, 3.0, 2.5), (found.First, found.Second, found.Difference!.Estimate, found.Ratio!.Estimate));
        Assert.InRange(found.Difference.Low, -1, 3);
        Assert.InRange(found.Difference.High, 3, 7);
        Assert.Null(MedianComparison.Compare([0, 0, 1], [2, 4], s_options, CancellationToken.None).Ratio);
    }

    // Ranks 1 2 3 4 against 1 3 2 4: 1 − 6 · 2 ÷ (4 · 15) = 0.8; error √(1.32 ÷ 1).
    [Fact]
    public void Ranks_that_agree_but_for_one_pair()
    {
        var found = RankCorrelation.Of([1, 2, 3, 4], [10, 30, 20, 40], 0.95)!;

        Assert.Equal(0.8, found.Estimate, 1e-14);
        Assert.Equal(Math.Tanh(Math.Atanh(0.8) - (1.959963984540054 * Math.Sqrt(1.32))), found.Low, 1e-12);
        Assert.Equal(0.5, found.AtLeast(0.8).AgainstFalse, 1e-9);
        Assert.Equal(Math.Sqrt(0.9), RankCorrelation.Of([1, 2, 3, 4, 5], [1, 2, 2, 3, 3], 0.9)!.Estimate, 1e-12); // 9 ÷ √(10 · 9)
        Assert.Null(RankCorrelation.Of([1, 2, 3, 4], [5, 5, 5, 5], 0.95));
        Assert.Null(RankCorrelation.Of([1, 2, 3], [5, 6, 7], 0.95));
    }

    [Fact]
    public void A_share_counted_has_the_interval_of_Wilson()
    {
        // z² = 3.841459: (0.25 + 0.48018 ± 1.959964 · √(0.046875 + 0.0600228)) ÷ 1.960365
        var (low, high) = ShareInterval.Of(1, 4, 0.95);

        Assert.Equal((0.045587, 0.699358), (Math.Round(low, 6), Math.Round(high, 6)));
        Assert.Equal((0.0, 1.0), (ShareInterval.Of(0, 9, 0.95).Low, ShareInterval.Of(9, 9, 0.95).High));
        Assert.Equal((0.0, 1.0), ShareInterval.Of(0, 0, 0.95));
    }
}
