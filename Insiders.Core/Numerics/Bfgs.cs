namespace Insiders.Core.Numerics;

/// <summary>Looks for the least value of a smooth function by its slopes.</summary>
/// <remarks>
/// Broyden, Fletcher, Goldfarb and Shanno 1970 (Nocedal and Wright 2006, algorithm 6.1), with a line search by halving and cubic
/// interpolation that asks for enough descent and, where it can have it, for less slope (their conditions 3.6). No randomness.
/// </remarks>
public static class Bfgs
{
    private const double EnoughDescent = 1e-4;
    private const double EnoughLessSlope = 0.9;
    private const double NoMore = 1e-15;
    private const int MostTrials = 60;

    /// <summary>Minimises from a start.</summary>
    /// <param name="function">The function; called once per trial of a step.</param>
    /// <param name="start">Where to begin; the function must be finite there.</param>
    /// <param name="options">When to stop.</param>
    /// <param name="inverseHessian">What is known of the curvature, such as an earlier search's; null for nothing.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <exception cref="ArgumentException">The function is not finite at the start.</exception>
    public static Minimum Minimise(
        Objective function, ReadOnlySpan<double> start, BfgsOptions options, Matrix? inverseHessian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(options);
        var n = start.Length;
        var point = start.ToArray();
        var gradient = new double[n];
        var value = function(point, gradient);
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"The function is {value} at the start; the search needs a finite value to begin with.", nameof(start));
        }

        var inverse = inverseHessian?.Copy() ?? Identity(n);
        var known = inverseHessian is not null;
        var (next, nextGradient, direction) = (new double[n], new double[n], new double[n]);
        var iteration = 0;
        for (; iteration < options.MaximumIterations && Steepest(gradient) > options.GradientTolerance; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Downhill(inverse, gradient, direction, options.LongestStep);
            var slope = RowOperations.Dot(direction, gradient);
            if (slope >= 0)
            {
                inverse = Identity(n);
                known = false;
                Downhill(inverse, gradient, direction, options.LongestStep);
                slope = RowOperations.Dot(direction, gradient);
            }

            if (Search(function, point, value, slope, direction, next, nextGradient) is not { } reached)
            {
                if (!known)
                {
                    break;
                }

                inverse = Identity(n);
                known = false;
                continue;
            }

            var fallen = value - reached;
            Update(inverse, point, next, gradient, nextGradient, !known);
            known = true;
            (point, next) = (next, point);
            (gradient, nextGradient) = (nextGradient, gradient);
            value = reached;
            if (fallen <= NoMore * (1 + Math.Abs(value)) && Steepest(gradient) < Math.Sqrt(options.GradientTolerance))
            {
                return new Minimum([.. point], value, inverse, iteration + 1, true);
            }
        }

        // Where rounding hides any further descent, a slope that is small beside the tolerance's root is a minimum.
        return new Minimum([.. point], value, inverse, iteration, Steepest(gradient) <= Math.Sqrt(options.GradientTolerance));
    }

    private static double Steepest(double[] gradient)
    {
        var most = 0.0;
        foreach (var slope in gradient)
        {
            most = Math.Max(most, Math.Abs(slope));
        }

        return most;
    }

    private static Matrix Identity(int n)
    {
        var matrix = new Matrix(n, n);
        for (var i = 0; i < n; i++)
        {
            matrix[i, i] = 1;
        }

        return matrix;
    }

    private static void Downhill(Matrix inverse, double[] gradient, double[] direction, double longest)
    {
        for (var i = 0; i < direction.Length; i++)
        {
            direction[i] = -RowOperations.Dot(inverse.Row(i), gradient);
        }

        var length = Math.Sqrt(RowOperations.Dot(direction, direction));
        for (var i = 0; length > longest && i < direction.Length; i++)
        {
            direction[i] *= longest / length;
        }
    }

    private static double? Search(
        Objective function, double[] point, double value, double slope, double[] direction, double[] next, double[] nextGradient)
    {
        var step = 1.0;
        var (low, high) = (0.0, double.PositiveInfinity);
        var best = (Step: 0.0, Value: double.PositiveInfinity);
        for (var trial = 0; trial < MostTrials; trial++)
        {
            Move(point, direction, step, next);
            var reached = function(next, nextGradient);
            if (!double.IsFinite(reached) || reached > value + (EnoughDescent * step * slope))
            {
                high = step;
                var curved = double.IsFinite(reached) ? -slope * step * step / (2 * (reached - value - (slope * step))) : 0;
                step = low == 0 && curved > 0.1 * high && curved < 0.9 * high ? curved : (low + high) / 2;
            }
            else
            {
                if (reached < best.Value)
                {
                    best = (step, reached);
                }

                if (RowOperations.Dot(direction, nextGradient) >= EnoughLessSlope * slope)
                {
                    return reached;
                }

                low = step;
                step = double.IsPositiveInfinity(high) ? step * 2 : (low + high) / 2;
            }

            if (step < 1e-16 || high - low < 1e-14 * low || step > 64)
            {
                break;
            }
        }

        if (best.Step == 0)
        {
            return null;
        }

        Move(point, direction, best.Step, next);
        return function(next, nextGradient);
    }

    private static void Move(double[] point, double[] direction, double step, double[] next)
    {
        for (var i = 0; i < point.Length; i++)
        {
            next[i] = point[i] + (step * direction[i]);
        }
    }

    private static void Update(Matrix inverse, double[] point, double[] next, double[] gradient, double[] nextGradient, bool scale)
    {
        var n = point.Length;
        var (s, y, hy) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            s[i] = next[i] - point[i];
            y[i] = nextGradient[i] - gradient[i];
        }

        var sy = RowOperations.Dot(s, y);
        if (sy <= 0)
        {
            return;
        }

        if (scale)
        {
            // The first step tells how long steps are (Nocedal and Wright 2006, equation 6.20).
            var size = sy / RowOperations.Dot(y, y);
            for (var i = 0; i < n; i++)
            {
                inverse[i, i] = size;
            }
        }

        for (var i = 0; i < n; i++)
        {
            hy[i] = RowOperations.Dot(inverse.Row(i), y);
        }

        var factor = (1 + (RowOperations.Dot(y, hy) / sy)) / sy;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                inverse[i, j] += (factor * s[i] * s[j]) - (((hy[i] * s[j]) + (s[i] * hy[j])) / sy);
            }
        }
    }
}
