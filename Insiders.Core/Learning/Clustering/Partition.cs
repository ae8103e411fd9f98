using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Who belongs with whom: one label per row, whatever the method that found it.</summary>
/// <remarks>Records that hold arrays do not compare by value: compare <see cref="Labels"/>.</remarks>
public sealed record Partition
{
    /// <summary>The label of a row that belongs to no cluster. Never counted as a cluster.</summary>
    public const int Noise = -1;

    /// <summary>Makes a partition from labels.</summary>
    /// <param name="labels">One label per row: 0 … <paramref name="clusterCount"/> − 1, or <see cref="Noise"/>.</param>
    /// <param name="clusterCount">Number of clusters, 0 or more; a cluster may be empty.</param>
    /// <exception cref="ArgumentException">A label lies outside; the message names row and label.</exception>
    public Partition(ImmutableArray<int> labels, int clusterCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(clusterCount);
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] < Noise || labels[i] >= clusterCount)
            {
                throw new ArgumentException($"Row {i} has label {labels[i]}; with {clusterCount} clusters it must be −1 (noise) or 0 to {clusterCount - 1}.", nameof(labels));
            }
        }

        Labels = labels;
        ClusterCount = clusterCount;
    }

    /// <summary>One label per row: 0 … <see cref="ClusterCount"/> − 1, or <see cref="Noise"/>.</summary>
    public ImmutableArray<int> Labels { get; }

    /// <summary>Number of clusters, noise not counted.</summary>
    public int ClusterCount { get; }

    /// <summary>Rows per cluster; noise is left out.</summary>
    public ImmutableArray<int> Sizes()
    {
        var sizes = new int[ClusterCount];
        foreach (var label in Labels)
        {
            if (label != Noise)
            {
                sizes[label]++;
            }
        }

        return [.. sizes];
    }
}
