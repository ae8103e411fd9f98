using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary><see cref="Tsne"/> as a step of a chain. It learns nothing of the target.</summary>
public sealed class TsneEmbedding(TsneOptions options) : IEmbedding
{
    /// <inheritdoc/>
    public IEmbeddingModel Fit(Matrix points, ImmutableArray<double> target, IProgress<double>? progress, CancellationToken cancellationToken)
        => Tsne.Fit(points, options, progress, cancellationToken);
}
