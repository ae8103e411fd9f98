namespace Insiders.Core.Statistics.Forecasts;

/// <summary>How far forecasts lay from what came.</summary>
/// <param name="RootMeanSquare">Root of the mean squared error.</param>
/// <param name="MeanAbsolute">Mean error to either side.</param>
/// <param name="MeanAbsolutePercent">Mean error as a percentage of what came; null where nothing came in some period.</param>
/// <param name="MeanAbsoluteScaled">Mean error ÷ that of "as a year ago" within the earlier periods (Hyndman and Koehler 2006); null where that has none. Below 1 is better than it.</param>
public sealed record ForecastErrors(double RootMeanSquare, double MeanAbsolute, double? MeanAbsolutePercent, double? MeanAbsoluteScaled)
{
    /// <summary>Compares.</summary>
    /// <param name="forecasts">One per period.</param>
    /// <param name="came">What came in those periods.</param>
    /// <param name="earlier">The series before them.</param>
    /// <param name="period">Periods of a year, or 1.</param>
    /// <exception cref="ArgumentException">Counts differ, or there is none.</exception>
    public static ForecastErrors Of(ReadOnlySpan<double> forecasts, ReadOnlySpan<double> came, ReadOnlySpan<double> earlier, int period)
    {
        if (forecasts.IsEmpty || forecasts.Length != came.Length)
        {
            throw new ArgumentException($"{forecasts.Length} forecasts do not fit {came.Length} periods.", nameof(forecasts));
        }

        var (squares, absolute, percent, zero) = (0.0, 0.0, 0.0, false);
        for (var i = 0; i < came.Length; i++)
        {
            var error = Math.Abs(came[i] - forecasts[i]);
            squares += error * error;
            absolute += error;
            zero |= came[i] == 0;
            percent += error / Math.Abs(came[i]);
        }

        var scale = 0.0;
        for (var i = period; i < earlier.Length; i++)
        {
            scale += Math.Abs(earlier[i] - earlier[i - period]) / (earlier.Length - period);
        }

        var n = (double)came.Length;
        return new ForecastErrors(Math.Sqrt(squares / n), absolute / n, zero ? null : 100 * percent / n, scale > 0 ? absolute / n / scale : null);
    }
}
