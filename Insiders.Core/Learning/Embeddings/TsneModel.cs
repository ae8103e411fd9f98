using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>A finished t-SNE.</summary>
public sealed class TsneModel : IEmbeddingModel
{
    private readonly Matrix _points;
    private readonly TsneOptions _options;

    internal TsneModel(Matrix points, TsneOptions options, Matrix embedding, double divergence)
    {
        _points = points;
        _options = options;
        Embedding = embedding;
        Divergence = divergence;
    }

    /// <inheritdoc/>
    public Matrix Embedding { get; }

    /// <summary>Kullback–Leibler divergence of the neighbourhoods in the embedding from those of the rows, 0 or more; lower is better for one perplexity.</summary>
    public double Divergence { get; }

    /// <summary>Places new rows at the mean of their nearest fitted rows, weighted as t-SNE weighs neighbours; nothing moves. A row's place depends on that row alone.</summary>
    /// <param name="points">Shape [new rows × dimensions of the fitted points], finite.</param>
    /// <param name="cancellationToken">Looked at every few rows.</param>
    /// <exception cref="ArgumentException">The points are empty, not finite or of another width.</exception>
    /// <remarks>t-SNE defines no place for new rows; this is how openTSNE starts them. O(new rows · rows · d) time.</remarks>
    public Matrix Transform(Matrix points, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        points.ThrowIfNotFinite(nameof(points));
        var near = Math.Max(1, PerplexityWeights.Count(_options.Perplexity, _points.Rows));
        var neighbours = ExactNeighbours.Between(points, _points, near, _options.Metric, _options.Threads, cancellationToken);
        var weights = PerplexityWeights.Of(neighbours, Math.Min(_options.Perplexity, near), _options.Threads, cancellationToken);
        var places = new Matrix(points.Rows, Embedding.Columns);
        for (var i = 0; i < points.Rows; i++)
        {
            var indices = neighbours.IndicesOf(i);
            for (var e = 0; e < indices.Length; e++)
            {
                RowOperations.AddScaled(places.Row(i), Embedding.Row(indices[e]), weights[i, e]);
            }
        }

        return places;
    }
}
