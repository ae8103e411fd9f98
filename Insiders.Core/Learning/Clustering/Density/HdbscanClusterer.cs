using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary><see cref="Hdbscan"/> with its settings fixed; it finds the number of clusters itself.</summary>
public sealed class HdbscanClusterer(HdbscanOptions options) : IClusterer
{
    /// <inheritdoc/>
    public int Starts => 1;

    /// <inheritdoc/>
    public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
        => Hdbscan.Fit(points, options.MinimumClusterSize, options.Threads, cancellationToken);
}
