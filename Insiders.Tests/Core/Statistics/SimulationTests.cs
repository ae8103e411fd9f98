using Insiders.Benchmarks.Simulation;
using Insiders.Core.Statistics.Experiments;
using Insiders.Core.Statistics.Forecasts;
using Insiders.Core.Statistics.Hypotheses;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Tests.Core.Statistics;

/// <summary>Short forms of the simulations that the verb <c>simulate</c> of the benchmarks runs at full length; bounds are three standard errors wider than its own.</summary>
public sealed class SimulationTests
{
    // 600 times: the standard error of a coverage of 95 % is 0.9 points. Percentile intervals of zero-heavy ratios hold 91.8 %, BCa 91.1 %.
    [Theory]
    [InlineData("normal")]
    [InlineData("log-normal")]
    [InlineData("zero-heavy")]
    public void Intervals_of_groups_of_200_hold_the_truth(string kind)
    {
        var (difference, ratio, unsaid) = CoverageTrial.Run(kind, 200, 200, 600, 299, 17);

        Assert.InRange(difference, 0.925, 0.975);
        Assert.InRange(ratio, 0.925, 0.975);
        Assert.InRange(unsaid, 0, 0.03);
    }

    // 1,500 times: the standard error of 5 % is 0.56 points. Without the adjustment twelve hypotheses would be wrong in 46 % of the cases.
    [Theory]
    [InlineData(0.0, 0.033)]
    [InlineData(0.5, 0.0)]
    public void One_in_twenty_sets_of_hypotheses_has_a_false_verdict(double shared, double least)
        => Assert.InRange(CoverageTrial.FalseVerdicts(12, shared, 30, 1_500, 3), least, 0.067);

    // 2,000 programmes: 95 % has a standard error of 0.5 points, 80 % one of 0.9.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_outs_hold_the_effect_and_find_it_as_often_as_was_promised(bool useBefore)
    {
        var sizes = MeanSizing.Sizes(ProgrammeTrial.Deviation, 0.8, useBefore ? ProgrammeTrial.Correlation : 0, new SizingOptions { TreatedPerWithheld = 3 });

        var (coverage, found) = ProgrammeTrial.Run((int)sizes.Total, 0.25, 0.8, useBefore, 2_000, 11);

        Assert.InRange(coverage, 0.935, 0.965);
        Assert.InRange(found, 0.77, 0.83);
    }

    // 200 series of 12 periods, which depend on one another within a series. By the standard errors of one period ahead 80 % would be held.
    [Theory]
    [InlineData(false, TrendKind.None, SeasonKind.None)]
    [InlineData(true, TrendKind.Damped, SeasonKind.Additive)]
    [InlineData(true, TrendKind.None, SeasonKind.Multiplicative)]
    public void Intervals_of_forecasts_hold_what_comes(bool relative, TrendKind trend, SeasonKind season)
        => Assert.InRange(ForecastTrial.Run(new SmoothingForm(relative, trend, season), 120, 12, 200, 5), 0.90, 0.98);

    // Chances of buying again in the next half year, in ten bins: each within the interval of what came.
    [Fact]
    public void Chances_to_buy_again_are_right_in_every_bin()
    {
        var (histories, later) = SimulatedBase.Draw(PurchaseModelKind.ModifiedBetaGeometric, [0.8, 6, 0.9, 2.5], 10_000, 500, 26, 8);
        var groups = PurchaseGroups.Of(histories);
        var model = PurchaseFitting.Fit(PurchaseModelKind.ModifiedBetaGeometric, groups, new PurchaseOptions(), CancellationToken.None).Model!;
        double[] byGroup = [.. groups.Histories.ToArray().Select(history => model.Counts(history, 26).Any)];

        var bins = Calibration.OfChances([.. groups.ByCustomer<double>(byGroup)], [.. later.Select(count => count > 0)], 10);

        Assert.Equal(10, bins.Length);
        Assert.True(bins.Count(bin => bin.Holds) >= 8, string.Join('\n', bins)); // ten intervals of 95 %
        Assert.All(bins, bin => Assert.Equal(bin.MeanMade, bin.MeanPredicted, 0.04));
    }
}
