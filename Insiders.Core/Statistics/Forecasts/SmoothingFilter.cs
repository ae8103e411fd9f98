namespace Insiders.Core.Statistics.Forecasts;

/// <summary>Runs an exponential smoothing over a series (Hyndman and others 2008, table 2.2 and 2.3) and knows the slopes of its likelihood.</summary>
/// <remarks>
/// Parameters stand in the order α, β, γ, φ, level, slope, seasons (the most recent first). Slopes are carried along with the states: exact, at as many times the cost
/// as there are parameters.
/// </remarks>
internal sealed class SmoothingFilter
{
    public const int Alpha = 0;
    public const int Beta = 1;
    public const int Gamma = 2;
    public const int Phi = 3;
    public const int Level = 4;
    public const int Slope = 5;
    public const int Seasons = 6;

    // States that come this near to 0 have left what the form can mean.
    private const double Least = 1e-10;

    private readonly SmoothingForm _form;
    private readonly double[] _series;
    private readonly int _period;
    private readonly double[] _seasons;
    private readonly double[][] _seasonSlopes;
    private readonly double[] _levelSlopes;
    private readonly double[] _trendSlopes;

    public SmoothingFilter(SmoothingForm form, double[] series, int period)
    {
        _form = form;
        _series = series;
        _period = form.Season == SeasonKind.None ? 0 : period;
        Count = Seasons + _period;
        _seasons = new double[_period];
        _seasonSlopes = [.. Enumerable.Range(0, _period).Select(_ => new double[Count])];
        (_levelSlopes, _trendSlopes) = (new double[Count], new double[Count]);
    }

    /// <summary>How many parameters there are, those that the form does not use included.</summary>
    public int Count { get; }

    /// <summary>The level after the last period.</summary>
    public double LastLevel { get; private set; }

    /// <summary>The trend after the last period.</summary>
    public double LastSlope { get; private set; }

    /// <summary>Sum of the squared errors, relative ones where the form has those.</summary>
    public double SquaredErrors { get; private set; }

    /// <summary>The season that comes so many periods after the last, from 1 on.</summary>
    public double SeasonAfter(int periods) => _seasons[(_series.Length + periods - 1) % _period];

    /// <summary>Minus the log-likelihood without its constant: n ÷ 2 · ln Σ e² + Σ ln|μ| (the latter for relative errors only; Hyndman and others 2008, equation 5.3).</summary>
    /// <param name="parameters">As many as <see cref="Count"/>.</param>
    /// <param name="slopes">Receives the derivative by each; empty where they are not wanted.</param>
    /// <returns>Infinite where a state has left what the form can mean.</returns>
    public double Run(ReadOnlySpan<double> parameters, Span<double> slopes)
    {
        var wanted = !slopes.IsEmpty;
        Begin(parameters, wanted);
        var (level, trend) = (parameters[Level], parameters[Slope]);
        var (squares, logs) = (0.0, 0.0);
        Span<double> squareSlopes = stackalloc double[wanted ? Count : 0];
        Span<double> logSlopes = stackalloc double[wanted ? Count : 0];
        for (var t = 0; t < _series.Length; t++)
        {
            var (y, index) = (_series[t], _period == 0 ? 0 : t % _period);
            var season = _period == 0 ? 0 : _seasons[index];
            var next = level + (parameters[Phi] * trend);
            var mean = _form.Season switch { SeasonKind.None => next, SeasonKind.Additive => next + season, _ => next * season };
            if ((_form.HasRelativeErrors && mean < Least) || (_form.Season == SeasonKind.Multiplicative && (season < Least || next < Least)))
            {
                return double.PositiveInfinity;
            }

            var error = _form.HasRelativeErrors ? (y - mean) / mean : y - mean;
            var levelError = _form.Season switch { SeasonKind.None => y - next, SeasonKind.Additive => y - season - next, _ => (y / season) - next };
            var seasonError = _form.Season switch { SeasonKind.None => 0, SeasonKind.Additive => y - next - season, _ => (y / next) - season };
            if (wanted)
            {
                Carry(parameters, (y, next, season, mean, error), (levelError, seasonError, trend), index, squareSlopes, logSlopes);
            }

            squares += error * error;
            logs += _form.HasRelativeErrors ? Math.Log(mean) : 0;
            level = next + (parameters[Alpha] * levelError);
            trend = (parameters[Phi] * trend) + (parameters[Beta] * levelError);
            if (_period > 0)
            {
                _seasons[index] = season + (parameters[Gamma] * seasonError);
            }
        }

        (LastLevel, LastSlope, SquaredErrors) = (level, trend, squares);
        for (var p = 0; p < slopes.Length; p++)
        {
            slopes[p] = (_series.Length / 2.0 * squareSlopes[p] / squares) + logSlopes[p];
        }

        return (_series.Length / 2.0 * Math.Log(squares)) + logs;
    }

    private void Begin(ReadOnlySpan<double> parameters, bool wanted)
    {
        Array.Clear(_levelSlopes);
        Array.Clear(_trendSlopes);
        (_levelSlopes[Level], _trendSlopes[Slope]) = (1, 1);
        for (var s = 0; s < _period; s++)
        {
            // The first period has the season of the one that lies a whole year before it, the last of the list.
            _seasons[s] = parameters[Seasons + _period - 1 - s];
            if (wanted)
            {
                Array.Clear(_seasonSlopes[s]);
                _seasonSlopes[s][Seasons + _period - 1 - s] = 1;
            }
        }
    }

    private void Carry(
        ReadOnlySpan<double> parameters, (double Y, double Next, double Season, double Mean, double Error) at,
        (double Level, double Season, double Trend) errors, int index, Span<double> squareSlopes, Span<double> logSlopes)
    {
        var (alpha, beta, gamma, phi) = (parameters[Alpha], parameters[Beta], parameters[Gamma], parameters[Phi]);
        var seasonSlopes = _period == 0 ? null : _seasonSlopes[index];
        for (var p = 0; p < Count; p++)
        {
            var next = _levelSlopes[p] + (phi * _trendSlopes[p]) + (p == Phi ? errors.Trend : 0);
            var season = seasonSlopes is null ? 0 : seasonSlopes[p];
            var (mean, levelError, seasonError) = _form.Season switch
            {
                SeasonKind.None => (next, -next, 0),
                SeasonKind.Additive => (next + season, -season - next, -next - season),
                _ => ((next * at.Season) + (at.Next * season), (-at.Y / (at.Season * at.Season) * season) - next, (-at.Y / (at.Next * at.Next) * next) - season),
            };
            var error = _form.HasRelativeErrors ? -at.Y / (at.Mean * at.Mean) * mean : -mean;
            squareSlopes[p] += 2 * at.Error * error;
            logSlopes[p] += _form.HasRelativeErrors ? mean / at.Mean : 0;
            _levelSlopes[p] = next + (alpha * levelError) + (p == Alpha ? errors.Level : 0);
            _trendSlopes[p] = (phi * _trendSlopes[p]) + (p == Phi ? errors.Trend : 0) + (beta * levelError) + (p == Beta ? errors.Level : 0);
            if (seasonSlopes is not null)
            {
                seasonSlopes[p] = season + (gamma * seasonError) + (p == Gamma ? errors.Season : 0);
            }
        }
    }
}
