using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary><see cref="Umap"/> as a step of a chain. It learns nothing of the target.</summary>
public sealed class UmapEmbedding(UmapOptions options) : IEmbedding
{
    /// <inheritdoc/>
    public IEmbeddingModel Fit(Matrix points, ImmutableArray<double> target, IProgress<double>? progress, CancellationToken cancellationToken)
        => Umap.Fit(UmapGraph.Build(points, options, cancellationToken), options, progress, cancellationToken);
}
