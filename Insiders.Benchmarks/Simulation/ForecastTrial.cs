using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Forecasts;

namespace Insiders.Benchmarks.Simulation;

/// <summary>Series that go on as their form says: how often what comes lies within the intervals.</summary>
public static class ForecastTrial
{
    private const int Period = 12;

    /// <summary>Draws series of a form, forecasts them by that form, and looks at what came.</summary>
    /// <param name="form">The form.</param>
    /// <param name="length">Periods known.</param>
    /// <param name="ahead">Periods forecast.</param>
    /// <param name="times">How many series.</param>
    /// <param name="seed">Of the draws.</param>
    /// <returns>The share of the periods ahead within the 95 % interval.</returns>
    public static double Run(SmoothingForm form, int length, int ahead, int times, ulong seed)
    {
        var within = new int[times];
        Parallel.For(0, times, time =>
        {
            var rng = Rng.Stream(seed, (ulong)time);
            var series = Draw(form, length + ahead, ref rng);
            while (form.HasRelativeErrors && series.Min() <= 0)
            {
                // A relative error means nothing at or below 0.
                series = Draw(form, length + ahead, ref rng);
            }

            var model = Forecaster.Fit(form, series.AsSpan(0, length), new ForecastOptions { PeriodsPerYear = Period }, CancellationToken.None)!;
            within[time] = model.Forecast(ahead).Zip(series[length..]).Count(pair => pair.Second >= pair.First.Low95 && pair.Second <= pair.First.High95);
        });
        return within.Sum() / (double)(times * ahead);
    }

    /// <summary>A series of a form, around 100, with errors of 5 % or 5.</summary>
    public static double[] Draw(SmoothingForm form, int length, ref Rng rng)
    {
        var (level, slope, phi) = (100.0, form.Trend == TrendKind.None ? 0 : 0.5, form.Trend == TrendKind.Damped ? 0.9 : 1);
        var multiplies = form.Season == SeasonKind.Multiplicative;
        double[] seasons = [.. Enumerable.Range(0, Period).Select(s => form.Season == SeasonKind.None ? 0 : (multiplies ? 1 : 0) + ((multiplies ? 0.2 : 20) * Math.Sin(2 * Math.PI * s / Period)))];
        var series = new double[length];
        for (var t = 0; t < length; t++)
        {
            ref var season = ref seasons[t % Period];
            var next = level + (phi * slope);
            var mean = multiplies ? next * season : next + season;
            var error = rng.NextNormal() * (form.HasRelativeErrors ? 0.05 * mean : 5);
            series[t] = mean + error;
            var share = multiplies ? error / season : error;
            (level, slope) = (next + (0.3 * share), (phi * slope) + (form.Trend == TrendKind.None ? 0 : 0.05 * share));
            season += form.Season == SeasonKind.None ? 0 : 0.1 * (multiplies ? error / next : error);
        }

        return series;
    }
}
