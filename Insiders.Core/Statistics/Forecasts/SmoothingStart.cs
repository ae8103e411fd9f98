namespace Insiders.Core.Statistics.Forecasts;

/// <summary>First states to begin a search with (Hyndman and others 2008, section 2.6.1): seasons against a moving mean of a year, then a line through what is left.</summary>
internal static class SmoothingStart
{
    private const int YearsOfSeasons = 3;
    private const int FewestOfLine = 10;

    /// <summary>The states in the places of <see cref="SmoothingFilter"/>.</summary>
    public static double[] Of(SmoothingForm form, double[] series, int period)
    {
        var seasonal = form.Season != SeasonKind.None;
        var relative = form.Season == SeasonKind.Multiplicative;
        var start = new double[SmoothingFilter.Seasons + (seasonal ? period : 0)];
        var seasons = seasonal ? Seasons(series[..Math.Min(series.Length, YearsOfSeasons * period)], period, relative) : [];
        var length = Math.Min(series.Length, Math.Max(FewestOfLine, seasonal ? 2 * period : 0));
        var (sumT, sumTt, sumY, sumTy) = (0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < length; t++)
        {
            var y = seasonal ? relative ? series[t] / seasons[t % period] : series[t] - seasons[t % period] : series[t];
            sumT += t + 1;
            sumTt += (t + 1.0) * (t + 1);
            sumY += y;
            sumTy += (t + 1) * y;
        }

        var slope = ((length * sumTy) - (sumT * sumY)) / ((length * sumTt) - (sumT * sumT));
        var level = (sumY - (slope * sumT)) / length;
        (start[SmoothingFilter.Level], start[SmoothingFilter.Slope]) = form.Trend == TrendKind.None ? (sumY / length, 0) : (level, slope);

        // A falling line must not begin below nothing where the series never is.
        if (form.HasRelativeErrors && start[SmoothingFilter.Level] <= 0)
        {
            (start[SmoothingFilter.Level], start[SmoothingFilter.Slope]) = (sumY / length, 0);
        }

        for (var s = 0; seasonal && s < period; s++)
        {
            start[SmoothingFilter.Seasons + period - 1 - s] = seasons[s];
        }

        return start;
    }

    private static double[] Seasons(double[] series, int period, bool relative)
    {
        var (sums, counts) = (new double[period], new int[period]);
        var half = period / 2;
        for (var t = half; t + half < series.Length; t++)
        {
            // Over an even year the ends count half each.
            var mean = 0.0;
            for (var k = -half; k <= half; k++)
            {
                mean += series[t + k] * (period % 2 == 0 && Math.Abs(k) == half ? 0.5 : 1);
            }

            mean /= period;
            sums[t % period] += relative ? series[t] / mean : series[t] - mean;
            counts[t % period]++;
        }

        var seasons = new double[period];
        for (var s = 0; s < period; s++)
        {
            seasons[s] = counts[s] > 0 ? sums[s] / counts[s] : relative ? 1 : 0;
        }

        // They sum to 0, or to the number of periods; relative ones stay clear of 0.
        var average = seasons.Average();
        for (var s = 0; s < period; s++)
        {
            seasons[s] = relative ? Math.Max(0.05, seasons[s] / average) : seasons[s] - average;
        }

        return seasons;
    }
}
