using Insiders.Core.Numerics;
using Insiders.Core.Problems;
using Insiders.Core.Statistics.Forecasts;

namespace Insiders.Tests.HandWorked;

public sealed class ForecastByHandTests
{
    private static readonly SmoothingForm s_level = new(false, TrendKind.None, SeasonKind.None);

    // Level 10, α 1/2: errors 2 (12), 11 − 11 = 0, 11 → 8: −3; level 11, 11, 9.5. Σe² = 13.
    [Fact]
    public void A_level_follows_its_errors_by_half()
    {
        var model = SmoothingModel.Of(s_level, new(0.5, 0, 0, 1, 10, 0, []), [12, 11, 8], 12);

        Assert.Equal(9.5, model.Level);
        Assert.Equal(-1.5 * Math.Log(13), model.LogLikelihood, 1e-14);
        Assert.Equal(13, model.Variance); // 3 periods less α and the level
        Assert.Equal([9.5, 9.5], model.Forecast(2).Select(point => point.Mean));
        Assert.Equal(Math.Sqrt(13 * 1.25), model.Forecast(2)[1].Deviation, 1e-14); // σ²·(1 + α²)
        Assert.True(double.IsPositiveInfinity(model.Aicc)); // three parameters of three values
    }

    // Level 10, trend 1, seasons (of the next period first) 2 and 1/2; no error at all.
    [Fact]
    public void Seasons_multiply_and_trends_add()
    {
        var form = new SmoothingForm(true, TrendKind.Additive, SeasonKind.Multiplicative);
        var model = SmoothingModel.Of(form, new(0.5, 0.1, 0.2, 1, 10, 1, [0.5, 2]), [22, 6, 26.0001], 2);

        Assert.Equal([7, 30, 8], model.Forecast(3).Select(point => Math.Round(point.Mean, 3)));
        Assert.Equal("ETS(M,A,M)", form.Name);
        Assert.Throws<ArgumentException>(() => SmoothingModel.Of(form, new(0.5, 0.1, 0.2, 1, 10, 1, [0.5]), [22, 6], 2));
        Assert.Throws<ArgumentException>(() => SmoothingModel.Of(form, new(0.5, 0.1, 0.2, 1, -10, 1, [0.5, 2]), [22, 6], 2));
    }

    [Fact]
    public void Fifteen_forms_are_stable_and_six_where_something_is_zero()
    {
        Assert.Equal(15, SmoothingForm.Stable(true, true).Length);
        Assert.Equal(6, SmoothingForm.Stable(false, true).Length);
        Assert.Equal(3, SmoothingForm.Stable(false, false).Length);
        Assert.DoesNotContain("ETS(A,A,M)", SmoothingForm.Stable(true, true).Select(form => form.Name));
    }

    // The formula against many continuations of the same states: relative errors of 10 %, a season of four.
    [Fact]
    public void The_spread_of_multiplied_seasons_is_that_of_what_can_come()
    {
        var form = new SmoothingForm(true, TrendKind.Damped, SeasonKind.Multiplicative);
        var parameters = new SmoothingParameters(0.6, 0.3, 0.2, 0.9, 100, 5, [0.7, 1.1, 0.9, 1.3]);
        double[] series = [140, 95, 130, 80, 150, 100, 140, 85, 160, 110];
        var model = SmoothingModel.Of(form, parameters, series, 4);
        var (points, sums, squares) = (model.Forecast(6), new double[6], new double[6]);
        const int Paths = 200_000;
        var rng = Rng.Stream(4, 0);
        for (var path = 0; path < Paths; path++)
        {
            var (level, slope, seasons) = (model.Level, model.Slope, model.NextSeasons.ToArray());
            for (var h = 0; h < 6; h++)
            {
                var (next, season, error) = (level + (0.9 * slope), seasons[h % 4], rng.NextNormal() * Math.Sqrt(model.Variance));
                var value = next * season * (1 + error);
                (sums[h], squares[h]) = (sums[h] + value, squares[h] + (value * value));
                (level, slope, seasons[h % 4]) = (next * (1 + (0.6 * error)), (0.9 * slope) + (0.3 * next * error), season * (1 + (0.2 * error)));
            }
        }

        Assert.All(points.Index(), point =>
        {
            var mean = sums[point.Index] / Paths;
            Assert.Equal(mean, point.Item.Mean, 0.006 * mean);
            Assert.Equal(Math.Sqrt((squares[point.Index] / Paths) - (mean * mean)), point.Item.Deviation, 0.02 * point.Item.Deviation);
        });
    }

    [Fact]
    public void As_a_year_ago_and_how_alike_two_years_are()
    {
        var points = SeasonalNaive.Forecast([1, 2, 3, 4, 4, 3], 2, 3);

        // Differences to two before: 2, 2, 1, −1: variance 10/4, doubled in the second year ahead.
        Assert.Equal([4, 3, 4], points.Select(point => point.Mean));
        Assert.Equal([Math.Sqrt(2.5), Math.Sqrt(2.5), Math.Sqrt(5)], points.Select(point => point.Deviation));
        Assert.Throws<ArgumentException>(() => SeasonalNaive.Forecast([1, 2], 2, 1));
    }

    [Fact]
    public void Errors_are_measured_in_four_ways()
    {
        var errors = ForecastErrors.Of([8, 12], [10, 10], [1, 3, 4], 1);

        Assert.Equal((2.0, 2.0, 20.0, 2 / 1.5), (errors.RootMeanSquare, errors.MeanAbsolute, errors.MeanAbsolutePercent, errors.MeanAbsoluteScaled));
        Assert.Null(ForecastErrors.Of([1], [0], [1, 1], 1).MeanAbsolutePercent);
        Assert.Null(ForecastErrors.Of([1], [0], [1, 1], 1).MeanAbsoluteScaled);
    }

    [Fact]
    public void Series_that_say_too_little_are_refused_with_the_reason()
    {
        SeriesForecast Of(double[] series) => Forecaster.Forecast(series, new ForecastOptions(), CancellationToken.None);
        var sparse = Of([.. Enumerable.Range(0, 30).Select(i => i % 4 == 0 ? 5.0 : 0)]);
        var year = Of([.. Enumerable.Range(0, 13).Select(i => 100.0 + i + (i % 3))]);

        Assert.Equal(ProblemCode.ForecastTooShort, Of([1, 2, 3]).Problem!.Code);
        Assert.Equal(ProblemCode.ForecastTooSparse, sparse.Problem!.Code);
        Assert.Empty(sparse.Points);
        Assert.Null(year.Problem);
        Assert.False(year.SeasonIsKnown);
        Assert.Null(year.Test); // ten would be left
        Assert.Equal(SeasonKind.None, year.Model!.Form.Season);
        Assert.Throws<ArgumentException>(() => Of([double.NaN]));
    }

    [Fact]
    public void A_series_of_one_value_goes_on_as_that()
    {
        var flat = Forecaster.Forecast([.. Enumerable.Repeat(7.0, 20)], new ForecastOptions { PeriodsPerYear = 1 }, CancellationToken.None);

        Assert.All(flat.Points, point => Assert.Equal(7, point.Mean, 1e-3));
    }
}
