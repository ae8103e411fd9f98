using System.Collections.Immutable;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary><see cref="RandomForest"/> as a step of a chain: a row becomes the numbers of the leaves it falls into.</summary>
public sealed class ForestEmbedding(ForestOptions options) : IEmbedding
{
    /// <inheritdoc/>
    public IEmbeddingModel Fit(Matrix points, ImmutableArray<double> target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        var forest = RandomForest.Fit(points, target.AsSpan(), options, progress, cancellationToken);
        return new Leaves(forest, options.Threads, forest.Leaves(points, options.Threads, cancellationToken));
    }

    private sealed class Leaves(ForestModel forest, int threads, Matrix embedding) : IEmbeddingModel
    {
        public Matrix Embedding => embedding;

        public Matrix Transform(Matrix points, CancellationToken cancellationToken) => forest.Leaves(points, threads, cancellationToken);
    }
}
