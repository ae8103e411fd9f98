using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Forecasts;

/// <summary>How far the parameters of a fitted smoothing may be wrong.</summary>
internal static class SmoothingSpread
{
    private const double Step = 1e-4;
    private const double Half = 0.5;

    // A share this near to its bound has no curvature left: it can be wrong to one side only.
    private const double AtBound = 6;

    // What half a standard error costs in log-likelihood.
    private const double Cost = 0.125;

    /// <summary>Points half a standard error to both sides of the optimum, along directions that are independent of one another.</summary>
    /// <param name="mean">Minus the mean log-likelihood.</param>
    /// <param name="point">The optimum.</param>
    /// <param name="used">The places of its parameters in <see cref="SmoothingFilter"/>.</param>
    /// <param name="periods">Periods of the series.</param>
    /// <returns>Empty where the curvature is not that of an optimum.</returns>
    public static (double[] Above, double[] Below)[] Of(Objective mean, ReadOnlySpan<double> point, int[] used, int periods)
    {
        var optimum = point.ToArray();
        int[] free = [.. Enumerable.Range(0, used.Length).Where(i => used[i] > SmoothingFilter.Phi || Math.Abs(optimum[i]) < AtBound)];
        var curvature = new Matrix(free.Length, free.Length);
        var (place, above, below) = (point.ToArray(), new double[point.Length], new double[point.Length]);
        for (var i = 0; i < free.Length; i++)
        {
            place[free[i]] = optimum[free[i]] + Step;
            mean(place, above);
            place[free[i]] = optimum[free[i]] - Step;
            mean(place, below);
            place[free[i]] = optimum[free[i]];
            for (var j = 0; j < free.Length; j++)
            {
                var slope = periods * (above[free[j]] - below[free[j]]) / (4 * Step);
                curvature[i, j] += slope;
                curvature[j, i] += slope;
            }
        }

        if (!Cholesky.TryRoot(curvature, out var root))
        {
            return [];
        }

        // The rows of the root's inverse: the covariance is the sum of their squares.
        var inverse = Cholesky.InverseOfLower(root);
        var least = mean(optimum, above);
        return
        [
            .. Enumerable.Range(0, free.Length).Select(direction => (Moved(direction, Half), Moved(direction, -Half))),
            .. Enumerable.Range(0, used.Length).Except(free).Select(bound => (Inward(bound), optimum)),
        ];

        // From the bound to where the likelihood has fallen as far as half a standard error makes it.
        double[] Inward(int parameter)
        {
            var inward = optimum.ToArray();
            inward[parameter] = Math.CopySign(AtBound, optimum[parameter]);
            var last = optimum;
            for (var step = 0; step < 4 * (int)AtBound && periods * (mean(inward, above) - least) < Cost; step++)
            {
                last = inward.ToArray();
                inward[parameter] -= Math.CopySign(0.25, optimum[parameter]);
            }

            return last;
        }

        double[] Moved(int direction, double by)
        {
            var moved = optimum.ToArray();
            for (var j = 0; j < free.Length; j++)
            {
                moved[free[j]] += by * inverse[direction, j];
            }

            return moved;
        }
    }
}
