using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Rows and who their neighbours are, as UMAP sees them: everything that does not depend on the dimensions of the embedding.</summary>
/// <remarks>Built once, laid out as often as wanted: the same graph serves the space the clusters are found in and the map.</remarks>
public sealed class UmapGraph
{
    /// <summary>Up to so many rows neighbours are exact; above they are found by <see cref="NeighbourDescent"/>.</summary>
    public const int ExactLimit = 20_000;

    private UmapGraph(Matrix points, UmapOptions options, SmoothDistances smooth, SparseGraph edges)
    {
        Points = points;
        Options = options;
        Smooth = smooth;
        Edges = edges;
    }

    /// <summary>Shape [rows × dimensions]: the rows themselves.</summary>
    public Matrix Points { get; }

    /// <summary>The settings it was built with.</summary>
    public UmapOptions Options { get; }

    /// <summary>rho and sigma of each row.</summary>
    public SmoothDistances Smooth { get; }

    /// <summary>The fuzzy set of edges.</summary>
    public SparseGraph Edges { get; }

    /// <summary>Finds neighbours and joins them.</summary>
    /// <param name="points">Shape [rows × dimensions], finite; kept, not copied.</param>
    /// <param name="options">Neighbours, metric, seed and threads. With fewer rows than neighbours, all rows are neighbours.</param>
    /// <param name="cancellationToken">Looked at every few rows.</param>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    /// <remarks>O(n²·d) time up to <see cref="ExactLimit"/> rows, about O(n·log n·d) above; O(n·k) memory.</remarks>
    public static UmapGraph Build(Matrix points, UmapOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        points.ThrowIfNotFinite(nameof(points));

        // The row itself is UMAP's first neighbour.
        var others = Math.Min(options.Neighbours, points.Rows) - 1;
        var neighbours = others == 0 ? new NeighbourGraph(points.Rows, 0, [], [])
            : points.Rows <= ExactLimit ? ExactNeighbours.Within(points, others, options.Metric, options.Threads, cancellationToken)
            : NeighbourDescent.Within(points, others, options.Metric, options.Seed, options.Threads, cancellationToken);
        var smooth = SmoothDistances.Of(neighbours, options.Threads, cancellationToken);
        return new UmapGraph(points, options, smooth, FuzzyGraph.Union(neighbours, smooth));
    }
}
