using Insiders.Core.Problems;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>Continues a series, such as the revenue of a segment by month.</summary>
/// <remarks>
/// Every stable form of exponential smoothing is fitted and the one of the lowest AICc taken. Seasons need two whole years, and at most 24 periods a year:
/// of 52 weeks each would have a parameter of its own, so weekly series are smoothed without a season, beside the baseline that has one.
/// </remarks>
public static class Forecaster
{
    /// <summary>Periods of a year above which no season is fitted.</summary>
    public const int MostSeasons = 24;

    private const int YearsForSeason = 2;

    /// <summary>Forecasts.</summary>
    /// <param name="series">Whole periods only, oldest first, finite: the one still running is left out by the caller.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per step of a search.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static SeriesForecast Forecast(ReadOnlySpan<double> series, ForecastOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var values = series.ToArray();
        if (Array.FindIndex(values, value => !double.IsFinite(value)) is >= 0 and var place)
        {
            throw new ArgumentException($"Period {place} is {values[place]}; every value must be finite.", nameof(series));
        }

        var filled = values.Count(value => value != 0);
        var known = values.Length >= YearsForSeason * options.PeriodsPerYear && options.PeriodsPerYear > 1;
        if (values.Length < options.MinimumPeriods || filled < options.MinimumFilledShare * values.Length)
        {
            var problem = values.Length < options.MinimumPeriods ? Problem.Of(ProblemCode.ForecastTooShort, values.Length, options.MinimumPeriods)
                : Problem.Of(ProblemCode.ForecastTooSparse, filled, values.Length);
            return new SeriesForecast(null, [], [], null, known, problem);
        }

        if (Choose(values, options, cancellationToken) is not { } model)
        {
            return new SeriesForecast(null, [], [], null, known, Problem.Of(ProblemCode.ForecastTooSparse, filled, values.Length));
        }

        return new SeriesForecast(
            model, model.Forecast(options.Horizon), SeasonalNaive.Forecast(values, Year(values, options), options.Horizon), Test(values, options, cancellationToken), known, null);
    }

    /// <summary>Fits one form.</summary>
    /// <param name="form">Which.</param>
    /// <param name="series">Oldest first, finite; above 0 for relative errors or seasons.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per step of the search.</param>
    /// <returns>Null when the form cannot run over the series.</returns>
    /// <exception cref="ArgumentException">The form has a season and the series no two years.</exception>
    public static SmoothingModel? Fit(SmoothingForm form, ReadOnlySpan<double> series, ForecastOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(options);
        if (form.Season != SeasonKind.None && series.Length < YearsForSeason * options.PeriodsPerYear)
        {
            throw new ArgumentException($"{form.Name} needs {YearsForSeason} years of {options.PeriodsPerYear} periods, not {series.Length} periods.", nameof(series));
        }

        return SmoothingFitting.Fit(form, series.ToArray(), options.PeriodsPerYear, options.MaximumIterations, cancellationToken);
    }

    private static SmoothingModel? Choose(double[] series, ForecastOptions options, CancellationToken cancellationToken)
    {
        var seasonal = options.PeriodsPerYear is > 1 and <= MostSeasons && series.Length >= YearsForSeason * options.PeriodsPerYear;
        var forms = SmoothingForm.Stable(Array.TrueForAll(series, value => value > 0), seasonal);
        return forms.Where(form => series.Length > SmoothingModel.ParameterCount(form, options.PeriodsPerYear) + 1)
            .Select(form => Fit(form, series, options, cancellationToken)).OfType<SmoothingModel>().Where(model => double.IsFinite(model.Aicc)).MinBy(model => model.Aicc);
    }

    // The last year where that leaves enough, otherwise the last quarter of the series.
    private static BackTest? Test(double[] series, ForecastOptions options, CancellationToken cancellationToken)
    {
        var periods = Math.Min(options.Horizon, Math.Min(options.PeriodsPerYear, series.Length / 4));
        if (periods < 1 || series.Length - periods < options.MinimumPeriods)
        {
            return null;
        }

        var (earlier, came) = (series[..^periods], series[^periods..]);
        if (Choose(earlier, options, cancellationToken) is not { } model)
        {
            return null;
        }

        var (points, year) = (model.Forecast(periods), Year(earlier, options));
        var baseline = SeasonalNaive.Forecast(earlier, year, periods);
        return new BackTest(
            periods, model.Form.Name, ForecastErrors.Of([.. points.Select(point => point.Mean)], came, earlier, year),
            ForecastErrors.Of([.. baseline.Select(point => point.Mean)], came, earlier, year),
            points.Zip(came).Count(pair => pair.Second >= pair.First.Low95 && pair.Second <= pair.First.High95), points);
    }

    // What the baseline repeats: a year once more than one is there, the last period until then.
    private static int Year(double[] series, ForecastOptions options) => series.Length > options.PeriodsPerYear ? options.PeriodsPerYear : 1;
}
