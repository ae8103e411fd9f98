using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;

namespace Insiders.Core.Learning.Stability;

/// <summary>How far partitions of the same rows under several seeds say the same.</summary>
/// <param name="Lowest">Adjusted Rand index of the two that differ most.</param>
/// <param name="Median">Median over all pairs.</param>
/// <param name="Highest">Of the two that agree most.</param>
public sealed record SeedAgreement(double Lowest, double Median, double Highest)
{
    /// <summary>Compares every pair.</summary>
    /// <param name="partitions">At least two, of the same rows; noise counts as a cluster.</param>
    /// <exception cref="ArgumentException">There are fewer than two, or their rows differ in number.</exception>
    public static SeedAgreement Of(IReadOnlyList<Partition> partitions)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        if (partitions.Count < 2)
        {
            throw new ArgumentException($"{partitions.Count} partition cannot be compared with another.", nameof(partitions));
        }

        double[] pairs = [.. from a in Enumerable.Range(0, partitions.Count) from b in Enumerable.Range(0, a) select PartitionAgreement.AdjustedRand(partitions[a], partitions[b])];
        Array.Sort(pairs);
        return new SeedAgreement(pairs[0], Numerics.Quantiles.Of(pairs, 0.5), pairs[^1]);
    }
}
