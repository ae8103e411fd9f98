using Insiders.Core.Numerics;
using Insiders.Core.Problems;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>Finds the parameters under which the histories of a base are likeliest.</summary>
/// <remarks>
/// The search runs over the logarithms of the parameters, times in units of the mean age, so that the unit of time cannot matter. With many groups it
/// begins on every how manieth of them and ends on all, which takes a few looks at all instead of many. No randomness.
/// </remarks>
public static class PurchaseFitting
{
    // A parameter beyond these is on its way to nowhere: the model has become a simpler one.
    private const double FarthestLog = 9;
    private const double Step = 1e-4;

    /// <summary>Fits one kind of model.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="groups">The base.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per step.</param>
    /// <returns>The model, or the problem that there is none.</returns>
    public static PurchaseFit Fit(PurchaseModelKind kind, PurchaseGroups groups, PurchaseOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(options);
        if (groups.Repeaters < options.MinimumRepeaters)
        {
            return new PurchaseFit(kind, null, Problem.Of(ProblemCode.PurchasesTooFewRepeaters, groups.Repeaters, options.MinimumRepeaters));
        }

        var likelihood = PurchaseLikelihood.Of(kind);
        var unit = groups.MeanAge;
        var start = Array.ConvertAll(likelihood.Start(groups.Repeats / (unit * groups.Customers), unit), Math.Log);
        for (var i = 0; i < start.Length; i++)
        {
            start[i] -= likelihood.AreTimes[i] ? Math.Log(unit) : 0;
        }

        var stride = Math.Max(1, groups.Counts.Length / options.FirstGroups);
        var search = new BfgsOptions { MaximumIterations = options.MaximumIterations, GradientTolerance = 1e-8 };
        var found = Bfgs.Minimise(Mean(likelihood, groups, stride, unit), start, search, null, cancellationToken);
        if (stride > 1)
        {
            var from = Array.TrueForAll([.. found.Point], log => Math.Abs(log) < FarthestLog) ? found.Point.AsSpan() : start;
            found = Bfgs.Minimise(Mean(likelihood, groups, 1, unit), from, search, found.Converged ? found.InverseHessian : null, cancellationToken);
        }

        if (!found.Converged || found.Point.Any(log => Math.Abs(log) > FarthestLog))
        {
            return new PurchaseFit(kind, null, Problem.Of(ProblemCode.PurchaseModelUnsettled, PurchaseModelNames.Of(kind)));
        }

        var covariance = Covariance(Mean(likelihood, groups, stride, unit), found.Point.AsSpan(), groups.Customers);
        var quality = new PurchaseFitQuality(-found.Value * groups.Customers, groups.Customers, covariance, found.Iterations);
        return new PurchaseFit(kind, likelihood.Build(Parameters(likelihood, found.Point.AsSpan(), unit), quality), null);
    }

    /// <summary>Minus the mean log-likelihood per customer, over the logarithms of the parameters.</summary>
    private static Objective Mean(PurchaseLikelihood likelihood, PurchaseGroups groups, int stride, double unit)
    {
        var customers = 0L;
        for (var g = 0; g < groups.Counts.Length; g += stride)
        {
            customers += groups.Counts[g];
        }

        return (point, gradient) =>
        {
            foreach (var log in point)
            {
                if (Math.Abs(log) > 2 * FarthestLog)
                {
                    return double.PositiveInfinity;
                }
            }

            var parameters = Parameters(likelihood, point, unit);
            var sum = likelihood.Sum(groups, stride, parameters, gradient);
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] *= -parameters[i] / customers;
            }

            return -sum / customers;
        };
    }

    private static double[] Parameters(PurchaseLikelihood likelihood, ReadOnlySpan<double> point, double unit)
    {
        var parameters = new double[point.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = Math.Exp(point[i]) * (likelihood.AreTimes[i] ? unit : 1);
        }

        return parameters;
    }

    /// <summary>The inverse of the curvature per customer, from differences of slopes to both sides; null where it is not a covariance.</summary>
    private static Matrix? Covariance(Objective mean, ReadOnlySpan<double> point, int customers)
    {
        var n = point.Length;
        var curvature = new Matrix(n, n);
        var (place, above, below) = (point.ToArray(), new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            place[i] = point[i] + Step;
            mean(place, above);
            place[i] = point[i] - Step;
            mean(place, below);
            place[i] = point[i];
            for (var j = 0; j < n; j++)
            {
                curvature[i, j] = (above[j] - below[j]) / (2 * Step);
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                curvature[i, j] = curvature[j, i] = (curvature[i, j] + curvature[j, i]) / 2;
            }
        }

        if (!Cholesky.TryRoot(curvature, out var root))
        {
            return null;
        }

        var inverse = Cholesky.InverseOfLower(root);
        var covariance = new Matrix(n, n);
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                RowOperations.AddScaled(covariance.Row(i), inverse.Row(k), inverse[k, i] / customers);
            }
        }

        return covariance;
    }
}
