using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Gaussian mixture by expectation and maximisation, started from k-means.</summary>
/// <remarks>
/// Dempster, Laird and Rubin (1977); the rules of scikit-learn's GaussianMixture. A component that is e⁻⁶⁰ times less likely than
/// the likeliest counts as zero: that is below the last bit of the sum and makes the cost of an iteration grow with the rows,
/// hardly with the components (<c>docs/methods/mixture.md</c>).
/// </remarks>
public static class GaussianMixture
{
    /// <summary>2⁻⁴⁹: every component starts with it, so that an empty one gets a mean of zero instead of NaN.</summary>
    private const double LeastWeight = 1.7763568394002505e-15;

    /// <summary>Fits a mixture.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least as many rows as components.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <returns>The start with the highest likelihood; the same for any number of threads.</returns>
    /// <exception cref="ArgumentException">The points are empty, not finite, or fewer than the components.</exception>
    /// <exception cref="ArithmeticException">A covariance is singular: the regularisation is too small.</exception>
    public static MixtureModel Fit(Matrix points, MixtureOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        MixtureModel? best = null;
        for (var start = 0; start < options.Starts; start++)
        {
            var model = FitOnce(points, options, start, cancellationToken);
            best = best is null || model.MeanLogLikelihood > best.MeanLogLikelihood ? model : best;
        }

        return best!;
    }

    /// <summary>Fits a mixture from one k-means start.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least as many rows as components.</param>
    /// <param name="options">Settings; the number of starts is not looked at.</param>
    /// <param name="start">Which start: its number is its random stream, 0 or more.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    public static MixtureModel FitOnce(Matrix points, MixtureOptions options, int start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        points.ThrowIfNotFinite(nameof(points));
        if (options.Components > points.Rows)
        {
            throw new ArgumentException($"{options.Components} components cannot be found in {points.Rows} rows.", nameof(options));
        }

        return FitOnce(points, new PaddedRows(points), options, start, cancellationToken);
    }

    /// <summary>One start on points that are checked and padded already: a sweep does that once.</summary>
    internal static MixtureModel FitOnce(Matrix points, PaddedRows padded, MixtureOptions options, int start, CancellationToken cancellationToken)
    {
        var rough = KMeans.FitOnce(
            points, padded, new KMeansOptions { Clusters = options.Components }, Rng.Stream(options.Seed, (ulong)start), cancellationToken);

        // Rows of one cluster side by side: eight neighbours mostly agree on the components they can leave out.
        int[] order = [.. Enumerable.Range(0, points.Rows).OrderBy(i => rough.Partition.Labels[i])];
        var sorted = points.SelectRows(order);
        var labels = Array.ConvertAll(order, i => rough.Partition.Labels[i]);
        var rows = new MixtureRows(sorted);
        var shares = new Matrix(points.Rows, options.Components);
        for (var i = 0; i < labels.Length; i++)
        {
            shares[i, labels[i]] = 1;
        }

        var (weights, means, covariances) = Maximise(sorted, shares, options, cancellationToken);
        var components = new MixtureComponents(weights, means, covariances);
        var likelihood = double.NegativeInfinity;
        var converged = false;
        var iteration = 0;
        while (!converged && iteration < options.MaximumIterations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            iteration++;
            var next = rows.Expect(components, labels, shares, options.Threads, cancellationToken) / points.Rows;
            (weights, means, covariances) = Maximise(sorted, shares, options, cancellationToken);
            components = new MixtureComponents(weights, means, covariances);
            converged = Math.Abs(next - likelihood) < options.Tolerance;
            likelihood = next;
        }

        likelihood = rows.Expect(components, labels, null, options.Threads, cancellationToken) / points.Rows;
        var inOrder = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            inOrder[order[i]] = labels[i];
        }

        var parameters = Parameters(options, points.Columns);
        return new MixtureModel([.. weights], means, covariances, components)
        {
            Partition = new Partition([.. inOrder], options.Components),
            MeanLogLikelihood = likelihood,
            Iterations = iteration,
            Converged = converged,
            Bic = (-2 * likelihood * points.Rows) + (parameters * Math.Log(points.Rows)),
            Aic = (-2 * likelihood * points.Rows) + (2 * parameters),
        };
    }

    private static double Parameters(MixtureOptions options, int dimensions)
    {
        var covariances = options.Covariance switch
        {
            CovarianceShape.Full => options.Components * dimensions * (dimensions + 1) / 2.0,
            CovarianceShape.Diagonal => (double)options.Components * dimensions,
            CovarianceShape.Tied => dimensions * (dimensions + 1) / 2.0,
            _ => options.Components,
        };
        return covariances + ((double)options.Components * dimensions) + options.Components - 1;
    }

    private static (double[] Weights, Matrix Means, Matrix[] Covariances) Maximise(
        Matrix points, Matrix shares, MixtureOptions options, CancellationToken cancellationToken)
    {
        var weights = new double[options.Components];
        var means = new Matrix(options.Components, points.Columns);
        var covariances = new Matrix[options.Components];
        ParallelRows.For(options.Components, 1, options.Threads, (from, to) =>
        {
            for (var c = from; c < to; c++)
            {
                (weights[c], covariances[c]) = Maximise(points, shares, c, means.Row(c), options);
            }
        }, cancellationToken);

        var total = weights.Sum();
        if (options.Covariance == CovarianceShape.Tied)
        {
            Array.Fill(covariances, Average(covariances, weights, total));
        }

        for (var c = 0; c < weights.Length; c++)
        {
            weights[c] /= total;
        }

        return (weights, means, covariances);
    }

    /// <summary>The covariance within all components together.</summary>
    private static Matrix Average(Matrix[] covariances, double[] weights, double total)
    {
        var average = new Matrix(covariances[0].Rows, covariances[0].Columns);
        for (var c = 0; c < covariances.Length; c++)
        {
            RowOperations.AddScaled(average.Values, covariances[c].Values, weights[c] / total);
        }

        return average;
    }

    /// <summary>Weight, mean and covariance of one component from the rows' shares in it; rows without a share cost nothing.</summary>
    private static (double Weight, Matrix Covariance) Maximise(Matrix points, Matrix shares, int component, Span<double> mean, MixtureOptions options)
    {
        var members = new List<int>();

        var weight = LeastWeight;
        for (var i = 0; i < points.Rows; i++)
        {
            var share = shares[i, component];
            if (share > 0)
            {
                members.Add(i);
                weight += share;
                RowOperations.AddScaled(mean, points.Row(i), share);
            }
        }

        foreach (ref var value in mean)
        {
            value /= weight;
        }

        var dimensions = points.Columns;
        var covariance = new Matrix(dimensions, dimensions);
        var difference = new double[dimensions];
        foreach (var i in members)
        {
            var point = points.Row(i);
            for (var d = 0; d < dimensions; d++)
            {
                difference[d] = point[d] - mean[d];
            }

            var share = shares[i, component];
            for (var d = 0; d < dimensions; d++)
            {
                var first = options.Covariance is CovarianceShape.Full or CovarianceShape.Tied ? 0 : d;
                RowOperations.AddScaled(covariance.Row(d)[first..(d + 1)], difference.AsSpan(first, d + 1 - first), share * difference[d]);
            }
        }

        for (var d = 0; d < dimensions; d++)
        {
            for (var e = 0; e <= d; e++)
            {
                covariance[e, d] = covariance[d, e] = (covariance[d, e] / weight) + (d == e ? options.Regularisation : 0);
            }
        }

        if (options.Covariance == CovarianceShape.Spherical)
        {
            var variance = 0.0;
            for (var d = 0; d < dimensions; d++)
            {
                variance += covariance[d, d] / dimensions;
            }

            for (var d = 0; d < dimensions; d++)
            {
                covariance[d, d] = variance;
            }
        }

        return (weight, covariance);
    }
}
