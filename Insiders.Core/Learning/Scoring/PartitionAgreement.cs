using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Learning.Scoring;

/// <summary>How far two partitions of the same rows say the same.</summary>
public static class PartitionAgreement
{
    /// <summary>Adjusted Rand index (Hubert and Arabie 1985).</summary>
    /// <param name="first">One partition; noise counts as a cluster.</param>
    /// <param name="second">Another, of the same rows.</param>
    /// <returns>1 for the same groups whatever their numbers, about 0 for chance, at least −½.</returns>
    /// <exception cref="ArgumentException">The partitions have different numbers of rows.</exception>
    public static double AdjustedRand(Partition first, Partition second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Labels.Length != second.Labels.Length)
        {
            throw new ArgumentException($"Partitions of {first.Labels.Length} and {second.Labels.Length} rows cannot be compared.", nameof(second));
        }

        var both = new Dictionary<(int, int), long>();
        var ones = new Dictionary<int, long>();
        var others = new Dictionary<int, long>();
        for (var i = 0; i < first.Labels.Length; i++)
        {
            var (a, b) = (first.Labels[i], second.Labels[i]);
            both[(a, b)] = both.GetValueOrDefault((a, b)) + 1;
            ones[a] = ones.GetValueOrDefault(a) + 1;
            others[b] = others.GetValueOrDefault(b) + 1;
        }

        // Sums of whole numbers below 2⁵³: exact in any order.
        double together = both.Values.Sum(Pairs);
        double inFirst = ones.Values.Sum(Pairs);
        double inSecond = others.Values.Sum(Pairs);
        double all = Pairs(first.Labels.Length);
        var expected = all > 0 ? inFirst * inSecond / all : 0;
        var largest = (inFirst + inSecond) / 2;
        return largest == expected ? 1 : (together - expected) / (largest - expected);
    }

    private static long Pairs(long count) => count * (count - 1) / 2;
}
