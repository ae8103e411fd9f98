using System.Collections.Immutable;

namespace Insiders.Web.Charts.Spec;

/// <summary>Bins shared by the distributions of one chart.</summary>
public static class HistogramBins
{
    /// <summary>Computes edges of equal width, or of equal ratio, from the smallest to the largest value.</summary>
    /// <param name="values">All values, finite.</param>
    /// <param name="bins">Number of bins, at least 1.</param>
    /// <param name="isLog">True for equal ratios; values of zero and below are ignored.</param>
    /// <returns>One edge more than bins; empty when there is no value to count.</returns>
    public static ImmutableArray<double> Edges(IEnumerable<double> values, int bins, bool isLog = false)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (!isLog || value > 0)
            {
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
        }

        if (low > high)
        {
            return [];
        }

        if (low == high)
        {
            (low, high) = isLog ? (low / 2, high * 2) : (low - 0.5, high + 0.5);
        }

        return [.. Enumerable.Range(0, bins + 1).Select(at => at == bins ? high : at == 0 ? low : isLog ? low * Math.Pow(high / low, at / (double)bins) : low + ((high - low) * at / bins))];
    }

    /// <summary>The share of values in each bin. A value on an edge belongs to the bin above it, the largest edge to the last bin.</summary>
    /// <param name="edges">Ascending.</param>
    /// <param name="values">Values; those outside the edges are in no bin but count in the total.</param>
    /// <returns>Shares of 0 to 1, one per bin.</returns>
    public static ImmutableArray<double> Shares(ImmutableArray<double> edges, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var counts = new int[Math.Max(0, edges.Length - 1)];
        var all = 0;
        foreach (var value in values)
        {
            all++;
            var found = edges.BinarySearch(value);
            var bin = found >= 0 ? found : ~found - 1;
            if (found >= 0 && bin == counts.Length)
            {
                bin--;
            }

            if (bin >= 0 && bin < counts.Length)
            {
                counts[bin]++;
            }
        }

        return [.. counts.Select(count => all == 0 ? 0 : count / (double)all)];
    }
}
