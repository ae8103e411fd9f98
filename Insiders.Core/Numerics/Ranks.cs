namespace Insiders.Core.Numerics;

/// <summary>Ranks of values, and how far two orders agree (Spearman 1904).</summary>
public static class Ranks
{
    /// <summary>The rank of each value from 0, the lowest; equal values share the mean of their ranks.</summary>
    /// <param name="values">In any order; not changed.</param>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var from = 0; from < sorted.Length;)
        {
            var to = from;
            while (to < sorted.Length && sorted[to].Equals(sorted[from]))
            {
                to++;
            }

            for (var i = from; i < to; i++)
            {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }

            from = to;
        }

        return ranks;
    }

    /// <summary>Pearson's correlation of two lists of ranks, which is Spearman's of the values.</summary>
    /// <param name="one">As <see cref="Of"/> gives them.</param>
    /// <param name="other">Of as many values.</param>
    /// <returns>−1 to 1; 0 where all values of either are equal.</returns>
    /// <exception cref="ArgumentException">Their numbers differ.</exception>
    public static double Correlation(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        if (one.Length != other.Length)
        {
            throw new ArgumentException($"{one.Length} and {other.Length} ranks cannot be correlated.", nameof(other));
        }

        var middle = (one.Length - 1) / 2.0;
        var (both, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            both += (one[i] - middle) * (other[i] - middle);
            first += (one[i] - middle) * (one[i] - middle);
            second += (other[i] - middle) * (other[i] - middle);
        }

        return first > 0 && second > 0 ? both / Math.Sqrt(first * second) : 0;
    }
}
