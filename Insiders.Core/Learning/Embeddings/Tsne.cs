using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>t-distributed stochastic neighbour embedding: neighbours stay neighbours in two dimensions; what distances between groups mean is lost.</summary>
/// <remarks>
/// van der Maaten and Hinton (2008), with the constants of scikit-learn. All rows push all others exactly, sixteen at a time, where Barnes and Hut's tree approximates: repeatable, and fast up to some tens of thousands. See
/// <c>docs/methods/tsne.md</c>.
/// </remarks>
public static class Tsne
{
    /// <summary>Embeds the rows.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row; not changed.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told the share of iterations done, or null.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <returns>The same for any number of threads.</returns>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    /// <remarks>O(iterations · n²) time, O(n · perplexity) memory.</remarks>
    public static TsneModel Fit(Matrix points, TsneOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        points.ThrowIfNotFinite(nameof(points));
        cancellationToken.ThrowIfCancellationRequested();
        if (points.Rows == 1)
        {
            return new TsneModel(points, options, new Matrix(1, options.Dimensions), 0);
        }

        var near = Math.Max(1, PerplexityWeights.Count(options.Perplexity, points.Rows - 1));
        var neighbours = points.Rows <= UmapGraph.ExactLimit
            ? ExactNeighbours.Within(points, near, options.Metric, options.Threads, cancellationToken)
            : NeighbourDescent.Within(points, near, options.Metric, options.Seed, options.Threads, cancellationToken);
        var edges = Joint(neighbours, PerplexityWeights.Of(neighbours, Math.Min(options.Perplexity, near), options.Threads, cancellationToken));
        var layout = new TsneLayout(edges, Start(points, options, cancellationToken), options.Threads);
        layout.Run(options.MaximumIterations, progress, cancellationToken);
        return new TsneModel(points, options, layout.Places(), layout.Divergence(cancellationToken));
    }

    /// <summary>p_ij: the mean of the two rows' views of each other, over all rows (section 3.1); sums to 1.</summary>
    private static SparseGraph Joint(NeighbourGraph neighbours, Matrix weights)
    {
        var edges = Enumerable.Range(0, neighbours.Rows).Select(_ => new SortedDictionary<int, double>()).ToArray();
        for (var i = 0; i < neighbours.Rows; i++)
        {
            var near = neighbours.IndicesOf(i);
            for (var e = 0; e < near.Length; e++)
            {
                var half = weights[i, e] / (2 * neighbours.Rows);
                edges[i][near[e]] = edges[i].GetValueOrDefault(near[e]) + half;
                edges[near[e]][i] = edges[near[e]].GetValueOrDefault(i) + half;
            }
        }

        var starts = new int[neighbours.Rows + 1];
        for (var i = 0; i < neighbours.Rows; i++)
        {
            starts[i + 1] = starts[i] + edges[i].Count;
        }

        return new SparseGraph(starts, [.. edges.SelectMany(own => own.Keys)], [.. edges.SelectMany(own => own.Values)]);
    }

    /// <summary>
    /// The first principal components, the first with a standard deviation of 10⁻⁴, and a hundredth of that at random: equal rows, and rows that mirror each other, would move as one for ever. A direction that the rows do
    /// not have is random alone.
    /// </summary>
    private static Matrix Start(Matrix points, TsneOptions options, CancellationToken cancellationToken)
    {
        var components = Pca.Fit(points, options.Dimensions, options.Threads, cancellationToken);
        var scale = components.SingularValues[0] / Math.Sqrt(points.Rows);
        var start = new Matrix(points.Rows, options.Dimensions);
        var rng = Rng.Stream(options.Seed, 0);
        for (var i = 0; i < points.Rows; i++)
        {
            for (var d = 0; d < options.Dimensions; d++)
            {
                var noise = 1e-4 * rng.NextNormal();
                start[i, d] = d < components.SingularValues.Length && components.SingularValues[d] > 1e-9 * components.SingularValues[0]
                    ? (1e-4 * components.Embedding[i, d] / scale) + (noise / 100)
                    : noise;
            }
        }

        return start;
    }
}
