using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary><see cref="GaussianMixture"/> with its settings fixed. Each of its starts is a model.</summary>
public sealed class MixtureClusterer(MixtureOptions options) : IClusterer
{
    /// <inheritdoc/>
    public int Starts => options.Starts;

    /// <inheritdoc/>
    public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
        => GaussianMixture.FitOnce(points, options with { Components = clusters }, start, cancellationToken);
}
