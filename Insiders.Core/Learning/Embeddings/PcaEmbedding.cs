using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary><see cref="Pca"/> as a step of a chain. It learns nothing of the target.</summary>
public sealed class PcaEmbedding(PcaOptions options) : IEmbedding
{
    /// <inheritdoc/>
    public IEmbeddingModel Fit(Matrix points, ImmutableArray<double> target, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var model = Pca.Fit(points, options.Dimensions, options.Threads, cancellationToken);
        progress?.Report(1);
        return model;
    }
}
