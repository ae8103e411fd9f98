using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary><see cref="Dbscan"/> with its settings fixed; it finds the number of clusters itself.</summary>
public sealed class DbscanClusterer(DbscanOptions options) : IClusterer
{
    /// <inheritdoc/>
    public int Starts => 1;

    /// <inheritdoc/>
    public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
    {
        var suggested = KDistances.Of(points, options.MinimumNeighbours - 1, options.Threads, cancellationToken).SuggestedRadius;
        return Dbscan.Fit(points, options.RadiusFactor * suggested, options.MinimumNeighbours, options.Threads, cancellationToken);
    }
}
