using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>Finds the parameters and first states under which a series is likeliest.</summary>
/// <remarks>
/// A search by slopes from several starts, over 0.0001 ≤ α ≤ 0.9999, 0.0001·α ≤ β ≤ α, 0.0001 ≤ γ ≤ 1 − α and 0.8 ≤ φ ≤ 0.98 (the bounds of Hyndman and
/// Khandakar 2008), each turned into a number without bounds. No randomness.
/// </remarks>
internal static class SmoothingFitting
{
    private const double LeastShare = 1e-4;
    private const double MostShare = 1 - 1e-4;
    private const double LeastPhi = 0.8;
    private const double MostPhi = 0.98;

    private static readonly (double Alpha, double Gamma)[] s_starts = [(0.1, 0.05), (0.5, 0.05), (0.4, 0.6), (0.9, 0.05)];

    /// <summary>Fits one form.</summary>
    /// <returns>Null when no start of the form can run over the series.</returns>
    public static SmoothingModel? Fit(SmoothingForm form, double[] series, int period, int maximumIterations, CancellationToken cancellationToken)
    {
        var filter = new SmoothingFilter(form, series, period);
        var unit = series.Average(Math.Abs) is > 0 and var size ? size : 1;
        var first = SmoothingStart.Of(form, series, period);
        var used = Used(form, filter.Count);
        var (parameters, slopes) = (new double[filter.Count], new double[filter.Count]);
        Minimum? best = null;
        double Value(ReadOnlySpan<double> point, Span<double> gradient)
        {
            Place(form, used, point, unit, parameters);
            var value = filter.Run(parameters, slopes);
            Chain(form, used, point, unit, slopes, gradient);
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] /= series.Length;
            }

            return value / series.Length;
        }

        foreach (var (alpha, gamma) in s_starts)
        {
            var start = Array.ConvertAll(used, p => p switch
            {
                SmoothingFilter.Alpha => Free(alpha, LeastShare, MostShare),
                SmoothingFilter.Beta => Free(0.1, LeastShare, MostShare),
                SmoothingFilter.Gamma => Free(gamma, LeastShare, MostShare),
                SmoothingFilter.Phi => Free(0.95, LeastPhi, MostPhi),
                _ => first[p] / UnitOf(form, p, unit),
            });
            if (!double.IsFinite(Value(start, new double[start.Length])))
            {
                continue;
            }

            var found = Bfgs.Minimise(Value, start, new BfgsOptions { MaximumIterations = maximumIterations, GradientTolerance = 1e-7 }, null, cancellationToken);
            best = best is null || found.Value < best.Value ? found : best;
        }

        if (best is null)
        {
            return null;
        }

        SmoothingModel At(ReadOnlySpan<double> point, (SmoothingModel Above, SmoothingModel Below)[] neighbours)
        {
            Place(form, used, point, unit, parameters);
            return new SmoothingModel(form, new SmoothingParameters(
                parameters[SmoothingFilter.Alpha], parameters[SmoothingFilter.Beta], parameters[SmoothingFilter.Gamma], parameters[SmoothingFilter.Phi],
                parameters[SmoothingFilter.Level], parameters[SmoothingFilter.Slope], [.. parameters[SmoothingFilter.Seasons..]]), series, period, neighbours);
        }

        var around = SmoothingSpread.Of(Value, best.Point.AsSpan(), used, series.Length);
        return At(best.Point.AsSpan(), [.. around.Select(pair => (Above: At(pair.Above, []), Below: At(pair.Below, [])))
            .Where(pair => double.IsFinite(pair.Above.LogLikelihood) && double.IsFinite(pair.Below.LogLikelihood))]);
    }

    // The oldest season follows from the others, which sum to 0, or to the number of periods where they multiply.
    private static int[] Used(SmoothingForm form, int count)
        => [.. Enumerable.Range(0, count).Where(p => p switch
        {
            SmoothingFilter.Alpha or SmoothingFilter.Level => true,
            SmoothingFilter.Beta or SmoothingFilter.Slope => form.Trend != TrendKind.None,
            SmoothingFilter.Gamma => form.Season != SeasonKind.None,
            SmoothingFilter.Phi => form.Trend == TrendKind.Damped,
            _ => p < count - 1,
        })];

    private static double UnitOf(SmoothingForm form, int parameter, double unit) => parameter >= SmoothingFilter.Seasons && form.Season == SeasonKind.Multiplicative ? 1 : unit;

    private static double Free(double value, double low, double high) => Math.Log((value - low) / (high - value));

    private static double Bound(double free, double low, double high) => low + ((high - low) / (1 + Math.Exp(-free)));

    private static double BoundSlope(double free, double low, double high)
    {
        var share = 1 / (1 + Math.Exp(-free));
        return (high - low) * share * (1 - share);
    }

    private static void Place(SmoothingForm form, int[] used, ReadOnlySpan<double> point, double unit, double[] parameters)
    {
        Array.Clear(parameters);
        parameters[SmoothingFilter.Phi] = 1;
        var rest = form.Season == SeasonKind.Multiplicative ? parameters.Length - SmoothingFilter.Seasons : 0.0;
        for (var i = 0; i < used.Length; i++)
        {
            var p = used[i];
            parameters[p] = p switch
            {
                SmoothingFilter.Alpha => Bound(point[i], LeastShare, MostShare),
                SmoothingFilter.Beta => parameters[SmoothingFilter.Alpha] * Bound(point[i], LeastShare, MostShare),
                SmoothingFilter.Gamma => (1 - parameters[SmoothingFilter.Alpha]) * Bound(point[i], LeastShare, MostShare),
                SmoothingFilter.Phi => Bound(point[i], LeastPhi, MostPhi),
                _ => point[i] * UnitOf(form, p, unit),
            };
            rest -= p >= SmoothingFilter.Seasons ? parameters[p] : 0;
        }

        if (form.Season != SeasonKind.None)
        {
            parameters[^1] = rest;
        }
    }

    private static void Chain(SmoothingForm form, int[] used, ReadOnlySpan<double> point, double unit, double[] slopes, Span<double> gradient)
    {
        var alpha = Bound(point[0], LeastShare, MostShare);
        var byAlpha = slopes[SmoothingFilter.Alpha];
        for (var i = 0; i < used.Length; i++)
        {
            var p = used[i];
            switch (p)
            {
                case SmoothingFilter.Alpha:
                    break;
                case SmoothingFilter.Beta:
                    byAlpha += slopes[p] * Bound(point[i], LeastShare, MostShare);
                    gradient[i] = slopes[p] * alpha * BoundSlope(point[i], LeastShare, MostShare);
                    break;
                case SmoothingFilter.Gamma:
                    byAlpha -= slopes[p] * Bound(point[i], LeastShare, MostShare);
                    gradient[i] = slopes[p] * (1 - alpha) * BoundSlope(point[i], LeastShare, MostShare);
                    break;
                case SmoothingFilter.Phi:
                    gradient[i] = slopes[p] * BoundSlope(point[i], LeastPhi, MostPhi);
                    break;
                default:
                    gradient[i] = (slopes[p] - (p >= SmoothingFilter.Seasons ? slopes[^1] : 0)) * UnitOf(form, p, unit);
                    break;
            }
        }

        gradient[0] = byAlpha * BoundSlope(point[0], LeastShare, MostShare);
    }
}
