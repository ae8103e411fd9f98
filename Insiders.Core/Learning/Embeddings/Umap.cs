using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Uniform manifold approximation and projection: near rows stay near in few dimensions.</summary>
/// <remarks>
/// McInnes, Healy and Melville (2018), one file per step: <see cref="SmoothDistances"/>, <see cref="FuzzyGraph"/>,
/// <see cref="EmbeddingCurve"/>, <see cref="SpectralStart"/>, <see cref="UmapLayout"/>. Departures from umap-learn in
/// <c>docs/methods/umap.md</c>: exact neighbours up to 20,000 rows and moves in batches, so that the same rows, settings and
/// seed give the same embedding for any number of threads.
/// </remarks>
public static class Umap
{
    private const int FewRows = 10_000;

    /// <summary>Embeds the rows: graph, start and layout in one call.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told the share of epochs done, or null.</param>
    /// <param name="cancellationToken">Looked at once per epoch.</param>
    /// <returns>Shape [rows × <see cref="UmapOptions.Dimensions"/>].</returns>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    public static Matrix Embed(Matrix points, UmapOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
        => Fit(UmapGraph.Build(points, options, cancellationToken), options, progress, cancellationToken).Embedding;

    /// <summary>Lays out a graph and keeps what new rows need to find their place.</summary>
    /// <param name="graph">The rows' graph; may have been built for other dimensions.</param>
    /// <param name="options">Dimensions, distances, epochs, seed and threads.</param>
    /// <param name="progress">Told the share of epochs done, or null.</param>
    /// <param name="cancellationToken">Looked at once per epoch.</param>
    /// <exception cref="ArgumentException">The minimum distance is beyond the spread.</exception>
    public static UmapModel Fit(UmapGraph graph, UmapOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        var curve = EmbeddingCurve.Fit(options.MinimumDistance, options.Spread);
        var start = SpectralStart.Place(graph.Edges, options.Dimensions, options.Seed, options.Threads, cancellationToken);
        var epochs = Epochs(options, graph.Points.Rows);
        return new UmapModel(graph, options, curve, UmapLayout.Arrange(graph.Edges, start, curve, options, epochs, progress, cancellationToken));
    }

    /// <summary>Passes over the graph for so many rows.</summary>
    internal static int Epochs(UmapOptions options, int rows) => options.Epochs ?? (rows <= FewRows ? 500 : 200);
}
