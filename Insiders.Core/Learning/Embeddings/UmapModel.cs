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
    /// <param name="cancellationToken">Looked at every few rows.</param>
    /// <returns>Shape [new rows × dimensions of the embedding].</returns>
    /// <exception cref="ArgumentException">The points are empty, not finite or of another width.</exception>
    public Matrix Transform(Matrix points, CancellationToken cancellationToken) => Place(_graph.Attach(points, cancellationToken), cancellationToken);

    /// <summary>Places new rows whose neighbours are known: found once, they serve every layout of the same graph.</summary>
    /// <param name="rows">Of this model's <see cref="Graph"/>.</param>
    /// <param name="cancellationToken">Looked at every few rows.</param>
    /// <returns>Shape [new rows × dimensions of the embedding].</returns>
    /// <remarks>
    /// Each row starts at the mean of its neighbours, weighted by strength, and is then pulled and pushed for a third of the
    /// epochs at a quarter of the pace.
    /// </remarks>
    public Matrix Place(AttachedRows rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var start = new Matrix(rows.Rows, Embedding.Columns);
        for (var i = 0; i < rows.Rows; i++)
        {
            var columns = rows.Edges.NeighboursOf(i);
            var weights = rows.Edges.WeightsOf(i);
            var total = 0.0;
            foreach (var weight in weights)
            {
                total += weight;
            }

            for (var e = 0; e < columns.Length; e++)
            {
                RowOperations.AddScaled(start.Row(i), Embedding.Row(columns[e]), weights[e] / total);
            }
        }

        var epochs = Math.Max(1, Umap.Epochs(_options, _graph.Points.Rows) / 3);
        return UmapLayout.Settle(rows.Edges, start, Embedding, _curve, _options, epochs, cancellationToken);
    }
}
