using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Rows and who their neighbours are, as UMAP sees them: everything that does not depend on the dimensions of the embedding.</summary>
/// <remarks>Built once, laid out as often as wanted: the same graph serves the space the clusters are found in and the map.</remarks>
public sealed class UmapGraph
{
    /// <summary>Up to so many rows neighbours are exact; above they are found by <see cref="NeighbourDescent"/>.</summary>
    public const int ExactLimit = 20_000;

    /// <summary>Up to so many rows new ones are compared with each; among more their neighbours are found by <see cref="NeighbourSearch"/>.</summary>
    public const int ExactAttachLimit = 4_096;

    private readonly Lazy<NeighbourSearch> _search;

    private UmapGraph(Matrix points, UmapOptions options, SmoothDistances smooth, SparseGraph edges)
    {
        Points = points;
        Options = options;
        Smooth = smooth;
        Edges = edges;
        _search = new(() => NeighbourSearch.Over(Points, Edges, Options.Metric, Options.Seed, Options.Threads, CancellationToken.None));
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

    /// <summary>Joins new rows to the graph: to their nearest rows in it, as strongly as UMAP's first steps say.</summary>
    /// <param name="points">Shape [new rows × dimensions of the graph's], finite.</param>
    /// <param name="cancellationToken">Looked at every few rows.</param>
    /// <returns>From each new row to rows of the graph; a row's edges depend on no other new row. They serve every layout of the graph.</returns>
    /// <exception cref="ArgumentException">The points are empty, not finite or of another width.</exception>
    /// <remarks>O(new rows · rows · d) time up to <see cref="ExactAttachLimit"/> rows, about O(new rows · log rows · d) above.</remarks>
    public AttachedRows Attach(Matrix points, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        points.ThrowIfNotFinite(nameof(points));
        var k = Math.Min(Options.Neighbours, Points.Rows);
        var neighbours = Points.Rows <= ExactAttachLimit
            ? ExactNeighbours.Between(points, Points, k, Options.Metric, Options.Threads, cancellationToken)
            : _search.Value.Nearest(points, k, Options.Threads, cancellationToken);
        var smooth = SmoothDistances.OfNewRows(neighbours, Options.Threads, cancellationToken);
        var starts = new int[points.Rows + 1];
        var columns = new int[points.Rows * k];
        var weights = new double[points.Rows * k];
        for (var i = 0; i < points.Rows; i++)
        {
            starts[i + 1] = starts[i] + k;
            neighbours.IndicesOf(i).CopyTo(columns.AsSpan(starts[i]));
            var distances = neighbours.DistancesOf(i);
            for (var e = 0; e < k; e++)
            {
                weights[starts[i] + e] = Math.Max(FuzzyGraph.Strength(distances[e], smooth.Rho[i], smooth.Sigma[i]), double.Epsilon);
            }
        }

        return new AttachedRows(new SparseGraph(starts, columns, weights));
    }
}
