using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>A finished embedding that new rows can be placed in.</summary>
public sealed class UmapModel : IEmbeddingModel
{
    private readonly UmapGraph _graph;
    private readonly UmapOptions _options;
    private readonly EmbeddingCurve _curve;

    internal UmapModel(UmapGraph graph, UmapOptions options, EmbeddingCurve curve, Matrix embedding)
    {
        _graph = graph;
        _options = options;
        _curve = curve;
        Embedding = embedding;
    }

    /// <summary>The graph that was laid out.</summary>
    public UmapGraph Graph => _graph;

    /// <summary>Shape [rows × dimensions]: where the rows it was fitted on lie.</summary>
    public Matrix Embedding { get; }

    /// <summary>Places new rows among the fitted ones, which do not move. A row's place depends on the row and its number in the list, on no other new row.</summary>
    /// <param name="points">Shape [new rows × dimensions of the fitted points], finite.</param>
    /// <param name="cancellationToken">Looked at every few rows and every epoch.</param>
    /// <returns>Shape [new rows × dimensions of the embedding].</returns>
    /// <exception cref="ArgumentException">The points are empty, not finite or of another width.</exception>
    /// <remarks>
    /// Each row starts at the mean of its neighbours, weighted by strength, and is then pulled and pushed for a third of the
    /// epochs at a quarter of the pace. O(new rows · fitted rows · d) time.
    /// </remarks>
    public Matrix Transform(Matrix points, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        points.ThrowIfNotFinite(nameof(points));
        var k = Math.Min(_graph.Options.Neighbours, _graph.Points.Rows);
        var neighbours = ExactNeighbours.Between(points, _graph.Points, k, _graph.Options.Metric, _options.Threads, cancellationToken);
        var smooth = SmoothDistances.OfNewRows(neighbours, _options.Threads, cancellationToken);
        var starts = new int[points.Rows + 1];
        var columns = new int[points.Rows * k];
        var weights = new double[points.Rows * k];
        var start = new Matrix(points.Rows, Embedding.Columns);
        for (var i = 0; i < points.Rows; i++)
        {
            starts[i + 1] = starts[i] + k;
            var distances = neighbours.DistancesOf(i);
            var total = 0.0;
            for (var e = 0; e < k; e++)
            {
                columns[starts[i] + e] = neighbours.IndicesOf(i)[e];
                weights[starts[i] + e] = Math.Max(FuzzyGraph.Strength(distances[e], smooth.Rho[i], smooth.Sigma[i]), double.Epsilon);
                total += weights[starts[i] + e];
            }

            for (var e = starts[i]; e < starts[i + 1]; e++)
            {
                RowOperations.AddScaled(start.Row(i), Embedding.Row(columns[e]), weights[e] / total);
            }
        }

        var epochs = Math.Max(1, Umap.Epochs(_options, _graph.Points.Rows) / 3);
        return UmapLayout.Settle(new SparseGraph(starts, columns, weights), start, Embedding, _curve, _options, epochs, cancellationToken);
    }
}
