using System.Collections.Immutable;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Segments.Stages;
using Insiders.Core.Statistics.Hypotheses;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.Hypotheses;

public sealed class HypothesisTestTests
{
    private static readonly PeriodCoverage s_coverage = new(new(2020, 1, 1), new(2020, 12, 31), []);

    [Fact]
    public async Task A_group_is_compared_with_all_customers_and_the_interval_with_it()
    {
        // Ten customers with 28 to 32, forty with 8 to 12: 30 against 14 over all, 10 over the others.
        var customers = Of(Enumerable.Range(0, 10).Select(i => 28.0 + (i % 5)), Enumerable.Range(0, 40).Select(i => 8.0 + (i % 5)));
        var result = await AskAsync(customers, Mean(2));

        Assert.Equal((30.0, 14.0, 10, 50), (result.GroupFigure, result.BaseFigure, result.GroupCount, result.BaseCount));
        Assert.Equal(30.0 / 14, result.Estimate!.Value, 1e-12); // 3 against the others alone

        // The interval is that of the two groups apart, carried over: w is 0.2.
        var apart = Bootstrap.CompareMeans(
            [.. Enumerable.Range(0, 40).Select(i => 8.0 + (i % 5))], [.. Enumerable.Range(0, 10).Select(i => 28.0 + (i % 5))], new BootstrapOptions(), CancellationToken.None).Ratio!;
        Assert.Equal(apart.Low / ((0.2 * apart.Low) + 0.8), result.Low!.Value, 1e-12);
        Assert.Equal(apart.High / ((0.2 * apart.High) + 0.8), result.High!.Value, 1e-12);
        Assert.Equal(apart.AtLeast(2 * 0.8 / 0.6), result.Claim); // at least 2 times all is at least 2.67 times the others
        Assert.Equal(Verdict.Holds, HypothesisVerdict.Of([result])[0].Verdict);
        Assert.Equal(Verdict.DoesNotHold, HypothesisVerdict.Of([await AskAsync(customers, Mean(2.4))])[0].Verdict);
        Assert.Equal(Verdict.Holds, HypothesisVerdict.Of([await AskAsync(customers, Mean(2.4) with { IsAtLeast = false })])[0].Verdict);
    }

    [Fact]
    public async Task A_fifth_of_the_customers_is_never_more_than_five_times_the_average()
    {
        var customers = Of(Enumerable.Range(0, 10).Select(i => 1_000.0 + i), Enumerable.Range(0, 40).Select(i => 1.0 + (i % 5)));

        Assert.Equal(new Claim(1, 0), (await AskAsync(customers, Mean(5))).Claim);
        Assert.Equal(Verdict.DoesNotHold, HypothesisVerdict.Of([await AskAsync(customers, Mean(6))])[0].Verdict);
        Assert.Equal(Verdict.Holds, HypothesisVerdict.Of([await AskAsync(customers, Mean(4))])[0].Verdict);
    }

    [Fact]
    public async Task The_one_customer_who_moves_a_mean_is_named_with_the_figures_without_him()
    {
        // 100 and nine times 10: 19 with, 10 without; over all 20 the mean is 14.5, then 10.
        var customers = Of([100, .. Enumerable.Repeat(10.0, 9)], Enumerable.Repeat(10.0, 10));

        Assert.Equal(new HypothesisWithout("c0", true, 10, 10), (await AskAsync(customers, Mean(1))).Without);

        // Of the others: 19 over ten of them; 14.5 over all, 10 without.
        customers = Of(Enumerable.Repeat(10.0, 10), [100, .. Enumerable.Repeat(10.0, 9)]);
        Assert.Equal(new HypothesisWithout("c10", false, 10, 10), (await AskAsync(customers, Mean(1))).Without);
        Assert.Equal(1.0, new HypothesisWithout("c10", false, 10, 10).Ratio);
        Assert.Null((await AskAsync(Of(Enumerable.Repeat(10.0, 10), Enumerable.Range(0, 10).Select(i => 10.0 + (i % 2))), Mean(1))).Without);
    }

    [Fact]
    public async Task What_cannot_be_said_says_why()
    {
        var customers = Of(Enumerable.Repeat(10.0, 10), Enumerable.Repeat(10.0, 10));

        Assert.Equal(HypothesisSilence.NobodyDiffers, (await AskAsync(customers, Mean(1))).Silence);
        Assert.Equal(HypothesisSilence.TooFewCustomers, (await AskAsync(Of([1, 2, 3], Enumerable.Repeat(10.0, 10)), Mean(1))).Silence);
        Assert.Equal(HypothesisSilence.EverybodyInGroup, (await AskAsync(customers, Mean(1) with { Group = HypothesisGroup.Everybody })).Silence);
        Assert.Equal(HypothesisSilence.NobodyInGroup, (await AskAsync(customers, Mean(1) with { Group = new(Country: "Peru") })).Silence);
        Assert.Equal(HypothesisSilence.NoSuchGroup, (await AskAsync(customers, Mean(1) with { Group = new(SegmentId: 99) })).Silence);
        Assert.Equal(HypothesisSilence.NoSuchGroup, (await AskAsync(customers, Mean(1) with { Group = new(Stage: CustomerStage.Lost) })).Silence);
        Assert.Equal(HypothesisSilence.NoSuchGroup, (await AskAsync(customers, Mean(1) with { Measure = "no_such_measure" })).Silence);
        Assert.Equal(HypothesisSilence.NoSales, (await AskAsync(customers, HypothesisCatalog.Find("products-share")!)).Silence);
        Assert.Equal(HypothesisSilence.NoSales, (await AskAsync(customers, HypothesisCatalog.Find("first-half-of-month")!)).Silence);
        Assert.Equal(HypothesisSilence.NobodyDiffers, (await AskAsync(customers, HypothesisCatalog.Find("more-items-fewer-returns")!)).Silence);
        Assert.All(HypothesisVerdict.Of([await AskAsync(customers, Mean(1))]), verdict => Assert.Equal(Verdict.CannotBeSaid, verdict.Verdict));
    }

    [Fact]
    public void Verdicts_are_adjusted_over_all_that_are_shown_and_counted_ones_take_no_part()
    {
        // 0.04 holds alone; beside 0.9 it is raised to 0.08.
        var (sure, unsure) = (Result(new Claim(0.04, 0.96)), Result(new Claim(0.9, 0.1)));
        var counted = Result(null) with { IsSo = true };

        Assert.Equal(Verdict.Holds, HypothesisVerdict.Of([sure])[0].Verdict);
        Assert.Equal([Verdict.Holds, Verdict.Holds], HypothesisVerdict.Of([sure, counted]).Select(verdict => verdict.Verdict));
        Assert.Equal([Verdict.CannotBeSaid, Verdict.CannotBeSaid], HypothesisVerdict.Of([sure, unsure]).Select(verdict => verdict.Verdict));
        Assert.Equal(0.08, HypothesisVerdict.Of([sure, unsure])[0].AgainstFalse!.Value, 1e-12);
        Assert.Equal([Verdict.DoesNotHold, Verdict.CannotBeSaid], HypothesisVerdict.Of([counted with { IsSo = false }, Result(null)]).Select(verdict => verdict.Verdict));
    }

    private static HypothesisResult Result(Claim? claim) => new() { Hypothesis = Mean(1), Claim = claim };

    private static Hypothesis Mean(double threshold) => new() { Id = "own", Kind = HypothesisKind.Mean, Measure = "gross_revenue", Group = HypothesisGroup.Best, Threshold = threshold };

    private static Task<HypothesisResult> AskAsync(Insiders.Core.Customers.CustomerTable customers, Hypothesis hypothesis)
        => new HypothesisTest(customers, s_coverage, null).AskAsync(hypothesis, CancellationToken.None);

    private static Insiders.Core.Customers.CustomerTable Of(IEnumerable<double> best, IEnumerable<double> others)
    {
        double[] first = [.. best], second = [.. others];
        return SmallBase.Of([.. first.Select(_ => 1L), .. second.Select(_ => 2L)], ("gross_revenue", (ImmutableArray<double>)[.. first, .. second]));
    }
}
