using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>A model that gives rows a cluster which it was not fitted on.</summary>
public interface IPlacingModel : IClusterModel
{
    /// <summary>The cluster of each row, by the rule that the rows of the fit got theirs by.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The dimensions differ from the model's.</exception>
    Partition Predict(Matrix points, int threads, CancellationToken cancellationToken);
}
