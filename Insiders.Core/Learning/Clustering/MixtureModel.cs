using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>A fitted Gaussian mixture.</summary>
/// <remarks>Safe for any number of threads; the matrices are the model's own and are not to be written to.</remarks>
public sealed class MixtureModel : IPlacingModel
{
    private readonly MixtureComponents _components;

    internal MixtureModel(ImmutableArray<double> weights, Matrix means, Matrix[] covariances, MixtureComponents components)
    {
        Weights = weights;
        Means = means;
        Covariances = [.. covariances];
        _components = components;
    }

    /// <summary>Share of each component, summing to 1.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>Shape [components × dimensions].</summary>
    public Matrix Means { get; }

    /// <summary>Shape [dimensions × dimensions] per component.</summary>
    public ImmutableArray<Matrix> Covariances { get; }

    /// <summary>The likeliest component of each row.</summary>
    public required Partition Partition { get; init; }

    /// <summary>Mean log-likelihood per row.</summary>
    public required double MeanLogLikelihood { get; init; }

    /// <summary>Iterations taken.</summary>
    public required int Iterations { get; init; }

    /// <summary>False when the limit of iterations came first.</summary>
    public required bool Converged { get; init; }

    /// <summary>Bayesian information criterion (Schwarz 1978); lower is better.</summary>
    public required double Bic { get; init; }

    /// <summary>Akaike's information criterion (1974); lower is better.</summary>
    public required double Aic { get; init; }

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, double> Scores
        => ImmutableSortedDictionary<string, double>.Empty.Add(ScoreNames.MeanLogLikelihood, MeanLogLikelihood).Add(ScoreNames.Bic, Bic);

    /// <summary>The likeliest component of each row.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at every 512 rows.</param>
    /// <exception cref="ArgumentException">The dimensions differ from the model's.</exception>
    public Partition Predict(Matrix points, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != Means.Columns)
        {
            throw new ArgumentException($"Points have {points.Columns} dimensions where the mixture has {Means.Columns}.", nameof(points));
        }

        var labels = new int[points.Rows];
        new MixtureRows(points).Expect(_components, labels, null, threads, cancellationToken);
        return new Partition([.. labels], Weights.Length);
    }
}
