using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering;

/// <summary>What spectral clustering found.</summary>
/// <param name="Partition">One label per row.</param>
/// <param name="Iterations">Iterations of k-means.</param>
/// <param name="Converged">False when its limit of iterations came first.</param>
public sealed record SpectralModel(Partition Partition, int Iterations, bool Converged) : IClusterModel
{
    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, double> Scores => ImmutableSortedDictionary<string, double>.Empty;
}
