using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;

namespace Insiders.Core.Pipeline;

/// <summary>Where customers lie: the steps of a recipe's chain, fitted on a sample, and everyone placed by them.</summary>
/// <remarks>Up to the recipe's sample size the sample is everyone; above, the others are placed among it block by block.</remarks>
internal sealed class CustomerSpace
{
    private const int RowsPerBlock = 4_096;

    private readonly Matrix _values;
    private readonly ImmutableArray<double> _target;
    private readonly int[] _sample;
    private readonly List<IEmbeddingModel> _steps = [];

    // The others' neighbours, block by block: found once for every layout of a graph.
    private readonly Dictionary<(UmapGraph Graph, int Block), AttachedRows> _attached = [];

    public CustomerSpace(ModelTable model, int[] sample)
    {
        _values = model.Values;
        _target = [.. sample.Select(i => model.Target[i])];
        _sample = sample;
        Fitted = _values.SelectRows(sample);
    }

    private bool IsEveryone => _sample.Length == _values.Rows;

    /// <summary>Where the sample lies after the steps there are.</summary>
    private Matrix Fitted { get; set; }

    /// <summary>Fits the next step of the chain.</summary>
    public CustomerSpace Add(IEmbedding step, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        _steps.Add(step.Fit(Fitted, _target, progress, cancellationToken));
        Fitted = _steps[^1].Embedding;
        return this;
    }

    /// <summary>Places everyone by the steps there are.</summary>
    /// <returns>Shape [customers × dimensions].</returns>
    public Matrix Embed(IProgress<double>? progress, CancellationToken cancellationToken)
        => _steps is [] ? _values : Place(_steps, progress, cancellationToken);

    /// <summary>Lays the same neighbourhoods out again: those of the last step if it has a graph, otherwise those of the coordinates.</summary>
    public Matrix Project(UmapOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var (before, graph) = _steps is [.., UmapModel last] ? (_steps[..^1], last.Graph) : (_steps, UmapGraph.Build(Fitted, options, cancellationToken));
        var model = Umap.Fit(graph, options, IsEveryone ? progress : Part(progress, 0, 0.3), cancellationToken);
        return Place([.. before, model], Part(progress, 0.3, 0.7), cancellationToken);
    }

    private Matrix Place(List<IEmbeddingModel> steps, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var last = steps[^1];
        if (IsEveryone)
        {
            return last.Embedding;
        }

        var places = new Matrix(_values.Rows, last.Embedding.Columns);
        for (var i = 0; i < _sample.Length; i++)
        {
            last.Embedding.Row(i).CopyTo(places.Row(_sample[i]));
        }

        int[] others = [.. Enumerable.Range(0, _values.Rows).Except(_sample)];
        for (var from = 0; from < others.Length; from += RowsPerBlock)
        {
            var block = others.AsSpan(from, Math.Min(RowsPerBlock, others.Length - from));
            var placed = last is UmapModel umap
                ? umap.Place(Attached(umap.Graph, steps, block, from / RowsPerBlock, cancellationToken), cancellationToken)
                : steps.Aggregate(_values.SelectRows(block), (rows, step) => step.Transform(rows, cancellationToken));
            for (var i = 0; i < block.Length; i++)
            {
                placed.Row(i).CopyTo(places.Row(block[i]));
            }

            progress?.Report((double)(from + block.Length) / others.Length);
        }

        return places;
    }

    private AttachedRows Attached(UmapGraph graph, List<IEmbeddingModel> steps, ReadOnlySpan<int> others, int block, CancellationToken cancellationToken)
    {
        if (!_attached.TryGetValue((graph, block), out var attached))
        {
            attached = graph.Attach(steps[..^1].Aggregate(_values.SelectRows(others), (rows, step) => step.Transform(rows, cancellationToken)), cancellationToken);
            _attached.Add((graph, block), attached);
        }

        return attached;
    }

    private static ScaledProgress? Part(IProgress<double>? progress, double from, double share) => progress is null ? null : new ScaledProgress(progress, from, share);
}
