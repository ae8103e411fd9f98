using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>A clustering method with its settings fixed: points in, partition out.</summary>
public interface IClusterer
{
    /// <summary>Groups the rows of <paramref name="points"/>.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row; not changed.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <returns>One label per row; the same for the same points and settings, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    Partition Cluster(Matrix points, CancellationToken cancellationToken);
}
