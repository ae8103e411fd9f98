using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>A clustering method whose fits for different numbers of clusters have work in common.</summary>
public interface IPreparingClusterer : IClusterer
{
    /// <summary>Does once what all numbers of clusters need.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row; not changed.</param>
    /// <param name="most">The most clusters that will be asked for.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The same method for these points alone: what it is given later as points is not looked at.</returns>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    IClusterer Prepare(Matrix points, int most, int threads, CancellationToken cancellationToken);
}
