using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>One step of the chain that gives each row a place, with its settings fixed.</summary>
public interface IEmbedding
{
    /// <summary>Embeds the rows.</summary>
    /// <param name="points">Shape [rows × dimensions], finite: what the step before gave, or the scaled features.</param>
    /// <param name="target">What a step that learns may learn: one value per row, 0 to 1.</param>
    /// <param name="progress">Told 0 to 1, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    IEmbeddingModel Fit(Matrix points, ImmutableArray<double> target, IProgress<double>? progress, CancellationToken cancellationToken);
}
