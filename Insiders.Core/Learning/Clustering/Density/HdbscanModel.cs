using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary>What HDBSCAN found.</summary>
/// <param name="Partition">One label per row, or noise.</param>
/// <param name="Stabilities">By cluster: the sum over its rows of 1 ÷ distance at which each left, less that at which the cluster was born; above 0.</param>
public sealed record HdbscanModel(Partition Partition, ImmutableArray<double> Stabilities) : IClusterModel
{
    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, double> Scores => ImmutableSortedDictionary<string, double>.Empty;

    /// <inheritdoc/>
    public int Iterations => 1;

    /// <inheritdoc/>
    public bool Converged => true;
}
