using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary><see cref="GaussianMixture"/> with its settings fixed.</summary>
public sealed class MixtureClusterer(MixtureOptions options) : IClusterer
{
    /// <inheritdoc/>
    public Partition Cluster(Matrix points, CancellationToken cancellationToken) => GaussianMixture.Fit(points, options, cancellationToken).Partition;
}
