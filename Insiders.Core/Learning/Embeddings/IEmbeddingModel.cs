using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>A fitted step of the chain, which places rows it has not seen as well.</summary>
public interface IEmbeddingModel
{
    /// <summary>Where the rows it was fitted on lie.</summary>
    Matrix Embedding { get; }

    /// <summary>Places new rows; those it was fitted on do not move.</summary>
    /// <param name="points">Shape [new rows × dimensions of the fitted points], finite.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Matrix Transform(Matrix points, CancellationToken cancellationToken);
}
