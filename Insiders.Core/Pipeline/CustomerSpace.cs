using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Numerics;

namespace Insiders.Core.Pipeline;

/// <summary>Where customers lie: the forest's leaves of a sample, their graph, and the embeddings of everyone laid out from it.</summary>
/// <remarks>Up to the recipe's sample size the sample is everyone; above, the others are placed among it block by block.</remarks>
internal sealed class CustomerSpace
{
    private const int RowsPerBlock = 4_096;

    private readonly ForestModel _forest;
    private readonly Matrix _values;
    private readonly int[] _sample;
    private readonly UmapGraph _graph;

    public CustomerSpace(ForestModel forest, Matrix values, int[] sample, UmapGraph graph)
    {
        _forest = forest;
        _values = values;
        _sample = sample;
        _graph = graph;
    }

    /// <summary>Lays out the sample, then places everyone else in it.</summary>
    /// <returns>Shape [customers × dimensions].</returns>
    public Matrix Embed(UmapOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var everyone = _sample.Length == _values.Rows;
        var model = Umap.Fit(_graph, options, everyone || progress is null ? progress : new ScaledProgress(progress, 0, 0.3), cancellationToken);
        if (everyone)
        {
            return model.Embedding;
        }

        var places = new Matrix(_values.Rows, options.Dimensions);
        for (var i = 0; i < _sample.Length; i++)
        {
            model.Embedding.Row(i).CopyTo(places.Row(_sample[i]));
        }

        int[] others = [.. Enumerable.Range(0, _values.Rows).Except(_sample)];
        for (var from = 0; from < others.Length; from += RowsPerBlock)
        {
            var block = others.AsSpan(from, Math.Min(RowsPerBlock, others.Length - from));
            var leaves = _forest.Leaves(_values.SelectRows(block), options.Threads, cancellationToken);
            var placed = model.Transform(leaves, cancellationToken);
            for (var i = 0; i < block.Length; i++)
            {
                placed.Row(i).CopyTo(places.Row(block[i]));
            }

            progress?.Report(0.3 + (0.7 * (from + block.Length) / others.Length));
        }

        return places;
    }
}
