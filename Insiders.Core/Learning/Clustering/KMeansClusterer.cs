using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary><see cref="KMeans"/> with its settings fixed. Of its starts the one with the least inertia is the model.</summary>
public sealed class KMeansClusterer(KMeansOptions options) : IClusterer
{
    private const int ScreenedAfter = 20;

    /// <inheritdoc/>
    public int Starts => 1;

    /// <inheritdoc/>
    public IClusterer ForSamples => new Screened(options);

    /// <inheritdoc/>
    public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
        => KMeans.Fit(points, options with { Clusters = clusters }, cancellationToken);

    private sealed class Screened(KMeansOptions options) : IClusterer
    {
        public int Starts => 1;

        public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
            => KMeans.FitScreened(points, options with { Clusters = clusters }, ScreenedAfter, cancellationToken);
    }
}
