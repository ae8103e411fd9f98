using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary><see cref="KMeans"/> with its settings fixed.</summary>
public sealed class KMeansClusterer(KMeansOptions options) : IClusterer
{
    /// <inheritdoc/>
    public Partition Cluster(Matrix points, CancellationToken cancellationToken) => KMeans.Fit(points, options, cancellationToken).Partition;
}
