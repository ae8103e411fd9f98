using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary><see cref="Spectral"/> with its settings fixed: one graph and its functions serve every number of clusters.</summary>
public sealed class SpectralClusterer(SpectralOptions options) : IPreparingClusterer
{
    /// <inheritdoc/>
    public int Starts => 1;

    /// <inheritdoc/>
    public IClusterer Prepare(Matrix points, int most, int threads, CancellationToken cancellationToken)
        => new LaidOut(Spectral.Embed(points, most, options with { Threads = threads }, cancellationToken));

    /// <inheritdoc/>
    public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
        => Prepare(points, clusters, options.Threads, cancellationToken).Fit(points, clusters, start, cancellationToken);

    private sealed class LaidOut(SpectralSpace space) : IClusterer
    {
        public int Starts => 1;

        public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken) => space.Cut(clusters, cancellationToken);
    }
}
