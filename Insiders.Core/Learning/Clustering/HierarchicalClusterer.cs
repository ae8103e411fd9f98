using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary><see cref="Hierarchical"/> with its settings fixed: one dendrogram serves every number of clusters.</summary>
public sealed class HierarchicalClusterer(HierarchicalOptions options) : IPreparingClusterer
{
    /// <inheritdoc/>
    public int Starts => 1;

    /// <inheritdoc/>
    public IClusterer Prepare(Matrix points, int most, int threads, CancellationToken cancellationToken) => new Grown(Hierarchical.Fit(points, options.Linkage, threads, cancellationToken));

    /// <inheritdoc/>
    public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
        => Prepare(points, clusters, options.Threads, cancellationToken).Fit(points, clusters, start, cancellationToken);

    private sealed class Grown(Dendrogram dendrogram) : IClusterer
    {
        public int Starts => 1;

        public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken) => new HierarchicalModel(dendrogram, dendrogram.Cut(clusters));
    }
}
