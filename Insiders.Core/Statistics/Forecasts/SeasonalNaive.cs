using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>The baseline that a forecast has to beat: every period as a year ago.</summary>
public static class SeasonalNaive
{
    /// <summary>The periods to come.</summary>
    /// <param name="series">Oldest first; longer than a year.</param>
    /// <param name="period">Periods of a year; 1 repeats the last one.</param>
    /// <param name="periods">How many to forecast, at least 1.</param>
    /// <returns>Variances grow by that of the differences to a year ago with every year ahead (Hyndman and Athanasopoulos 2021, table 5.2).</returns>
    /// <exception cref="ArgumentException">The series is not longer than a year.</exception>
    public static ImmutableArray<ForecastPoint> Forecast(ReadOnlySpan<double> series, int period, int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        if (series.Length <= period)
        {
            throw new ArgumentException($"A year of {period} periods cannot be repeated after {series.Length}, with nothing to tell how alike two years are.", nameof(series));
        }

        var variance = 0.0;
        for (var t = period; t < series.Length; t++)
        {
            var difference = series[t] - series[t - period];
            variance += difference * difference / (series.Length - period);
        }

        var points = ImmutableArray.CreateBuilder<ForecastPoint>(periods);
        for (var h = 0; h < periods; h++)
        {
            points.Add(ForecastPoint.Of(series[series.Length - period + (h % period)], variance * ((h / period) + 1)));
        }

        return points.MoveToImmutable();
    }
}
