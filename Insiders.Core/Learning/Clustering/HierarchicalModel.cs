using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering;

/// <summary>A dendrogram cut into so many clusters.</summary>
/// <param name="Dendrogram">All merges.</param>
/// <param name="Partition">The clusters, numbered by their first rows.</param>
public sealed record HierarchicalModel(Dendrogram Dendrogram, Partition Partition) : IClusterModel
{
    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, double> Scores => ImmutableSortedDictionary<string, double>.Empty;

    /// <inheritdoc/>
    public int Iterations => 1;

    /// <inheritdoc/>
    public bool Converged => true;
}
