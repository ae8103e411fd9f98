using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>An exponential smoothing of one series: how well it fits, and how the series goes on.</summary>
/// <remarks>Immutable, safe for any number of threads.</remarks>
public sealed class SmoothingModel
{
    private readonly double[] _seasons;
    private readonly (SmoothingModel Above, SmoothingModel Below)[] _neighbours;

    /// <param name="form">The form.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="series">The series.</param>
    /// <param name="period">Periods of a year.</param>
    /// <param name="neighbours">The same model half a standard error to both sides, along each direction in which the parameters may be wrong on their own.</param>
    internal SmoothingModel(SmoothingForm form, SmoothingParameters parameters, double[] series, int period, (SmoothingModel Above, SmoothingModel Below)[] neighbours)
    {
        _neighbours = neighbours;
        var filter = new SmoothingFilter(form, series, period);
        LogLikelihood = -filter.Run(Flat(parameters), []);
        (Form, Parameters, Period) = (form, parameters, form.Season == SeasonKind.None ? 1 : period);
        (Level, Slope) = (filter.LastLevel, filter.LastSlope);
        _seasons = form.Season == SeasonKind.None ? [] : [.. Enumerable.Range(1, period).Select(filter.SeasonAfter)];
        var count = ParameterCount(form, period);
        var rest = series.Length - count - 1;
        Aicc = rest <= 0 ? double.PositiveInfinity : (-2 * LogLikelihood) + (2 * count) + (2.0 * count * (count + 1) / rest);

        // The reference counts everything estimated but the variance itself.
        Variance = filter.SquaredErrors / Math.Max(1, series.Length - (count - 1));
    }

    /// <summary>Which form.</summary>
    public SmoothingForm Form { get; }

    /// <summary>Its parameters.</summary>
    public SmoothingParameters Parameters { get; }

    /// <summary>Periods of a year, 1 without a season.</summary>
    public int Period { get; }

    /// <summary>Log-likelihood without the constant that all models of one series share: −(n ÷ 2 · ln Σ e² + Σ ln|μ|).</summary>
    public double LogLikelihood { get; }

    /// <summary>Akaike's criterion for short series (Hurvich and Tsai 1989), lower is better; infinite with more parameters than the series has room for.</summary>
    public double Aicc { get; }

    /// <summary>Variance of the errors, relative ones where the form has those.</summary>
    public double Variance { get; }

    /// <summary>The level after the last period.</summary>
    public double Level { get; }

    /// <summary>The trend after the last period, 0 without one.</summary>
    public double Slope { get; }

    /// <summary>Seasons of the periods to come, from the next on; empty without a season.</summary>
    public ReadOnlySpan<double> NextSeasons => _seasons;

    /// <summary>Everything estimated: smoothing parameters, first states, and the variance.</summary>
    /// <param name="form">The form.</param>
    /// <param name="period">Periods of a year.</param>
    public static int ParameterCount(SmoothingForm form, int period)
    {
        ArgumentNullException.ThrowIfNull(form);
        var trend = form.Trend switch { TrendKind.None => 0, TrendKind.Additive => 2, _ => 3 };
        return 3 + trend + (form.Season == SeasonKind.None ? 0 : period);
    }

    /// <summary>A model with given parameters.</summary>
    /// <param name="form">The form.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="series">The series, oldest first, finite; above 0 for relative errors or seasons.</param>
    /// <param name="period">Periods of a year, such as 12.</param>
    /// <exception cref="ArgumentException">Seasons are missing, or a state leaves what the form can mean.</exception>
    public static SmoothingModel Of(SmoothingForm form, SmoothingParameters parameters, ReadOnlySpan<double> series, int period)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(parameters);
        var seasons = form.Season == SeasonKind.None ? 0 : period;
        if (parameters.Seasons.Length != seasons)
        {
            throw new ArgumentException($"{form.Name} has {seasons} seasons, not {parameters.Seasons.Length}.", nameof(parameters));
        }

        var model = new SmoothingModel(form, parameters, series.ToArray(), period, []);
        return double.IsFinite(model.LogLikelihood) ? model : throw new ArgumentException($"{form.Name} cannot run over this series with these parameters.", nameof(parameters));
    }

    /// <summary>The periods to come.</summary>
    /// <param name="periods">How many, at least 1.</param>
    /// <remarks>
    /// Variances are exact for the form (Hyndman and others 2008, sections 6.3 to 6.5); bounds are normal. Where the model was fitted, they have what is not known of its parameters as
    /// well: the delta method for the mean, and what variance is to be expected over the parameters that are likely.
    /// </remarks>
    public ImmutableArray<ForecastPoint> Forecast(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        var points = Form.Season == SeasonKind.Multiplicative ? ProductForecast.Of(this, periods) : SumForecast.Of(this, periods);
        if (_neighbours.Length == 0)
        {
            return points;
        }

        var unknown = new double[periods];
        foreach (var (above, below) in _neighbours)
        {
            var (high, low, highPoints, lowPoints) = (above.Path(periods), below.Path(periods), above.Forecast(periods), below.Forecast(periods));
            for (var h = 0; h < periods; h++)
            {
                // Half a standard error to both sides: the squared slope, and half the curvature of the variance, by differences.
                var bend = Square(highPoints[h].Deviation) + Square(lowPoints[h].Deviation) - (2 * Square(points[h].Deviation));
                unknown[h] += Square(high[h] - low[h]) + Math.Max(0, 2 * bend);
            }
        }

        return [.. points.Zip(unknown, (point, variance) => ForecastPoint.Of(point.Mean, Square(point.Deviation) + variance))];
    }

    private static double Square(double value) => value * value;

    /// <summary>Where the states lead if no error comes.</summary>
    private double[] Path(int periods)
    {
        var (path, damping, power) = (new double[periods], 0.0, 1.0);
        for (var h = 0; h < periods; h++)
        {
            power *= Parameters.Phi;
            damping += power;
            var next = Level + (damping * Slope);
            path[h] = Form.Season switch
            {
                SeasonKind.None => next,
                SeasonKind.Additive => next + _seasons[h % Period],
                _ => next * _seasons[h % Period],
            };
        }

        return path;
    }

    internal static double[] Flat(SmoothingParameters parameters)
        => [parameters.Alpha, parameters.Beta, parameters.Gamma, parameters.Phi, parameters.Level, parameters.Slope, .. parameters.Seasons];
}
