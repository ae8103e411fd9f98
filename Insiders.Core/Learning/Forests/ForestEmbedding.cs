using System.Collections.Immutable;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>A forest as a step of a chain: a row becomes the numbers of the leaves it falls into.</summary>
/// <param name="options">Threads to use.</param>
/// <param name="grow">Grows the forest from points, target and progress.</param>
public sealed class ForestEmbedding(LeafOptions options, Func<Matrix, ImmutableArray<double>, IProgress<double>?, CancellationToken, ForestModel> grow) : IEmbedding
{
    /// <inheritdoc/>
    public IEmbeddingModel Fit(Matrix points, ImmutableArray<double> target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        var forest = grow(points, target, progress, cancellationToken);
        return new Leaves(forest, options.Threads, forest.Leaves(points, options.Threads, cancellationToken));
    }

    private sealed class Leaves(ForestModel forest, int threads, Matrix embedding) : IEmbeddingModel
    {
        public Matrix Embedding => embedding;

        public Matrix Transform(Matrix points, CancellationToken cancellationToken) => forest.Leaves(points, threads, cancellationToken);
    }
}
