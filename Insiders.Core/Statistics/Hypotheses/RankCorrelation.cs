using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>Spearman's rank correlation: whether customers with more of one thing have more of another.</summary>
public sealed record RankCorrelation
{
    private readonly double _error;

    private RankCorrelation(double estimate, double low, double high, double error) => (Estimate, Low, High, _error) = (estimate, low, high, error);

    /// <summary>−1 to 1.</summary>
    public double Estimate { get; }

    /// <summary>Lower end of its interval.</summary>
    public double Low { get; }

    /// <summary>Upper end.</summary>
    public double High { get; }

    /// <summary>Correlates.</summary>
    /// <param name="first">One finite value per customer.</param>
    /// <param name="second">Another of the same customers.</param>
    /// <param name="coverage">Of the interval, such as 0.95.</param>
    /// <returns>Null with fewer than four customers, or when one of the two does not vary.</returns>
    /// <remarks>
    /// Ties have their mean rank. The interval is that of Fisher's transform with the standard error √((1 + r² ÷ 2) ÷ (n − 3)) of Bonett and Wright
    /// (2000). O(n log n).
    /// </remarks>
    /// <exception cref="ArgumentException">Counts differ.</exception>
    public static RankCorrelation? Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double coverage)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"{second.Length} values do not fit {first.Length}.", nameof(second));
        }

        if (coverage is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "A coverage is a number above 0 and below 1.");
        }

        var (x, y, centre) = (Ranks(first), Ranks(second), (first.Length + 1) / 2.0);
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            xx += (x[i] - centre) * (x[i] - centre);
            yy += (y[i] - centre) * (y[i] - centre);
            xy += (x[i] - centre) * (y[i] - centre);
        }

        if (x.Length < 4 || xx == 0 || yy == 0)
        {
            return null;
        }

        var r = Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
        var error = Math.Sqrt((1 + (r * r / 2)) / (x.Length - 3));
        var reach = NormalDistribution.Quantile((1 + coverage) / 2) * error;
        return new RankCorrelation(r, Math.Tanh(Math.Atanh(r) - reach), Math.Tanh(Math.Atanh(r) + reach), error);
    }

    /// <summary>How far the data are for and against "at least so much"; its <see cref="Claim.Opposite"/> is "at most".</summary>
    /// <param name="threshold">So much, above −1 and below 1.</param>
    public Claim AtLeast(double threshold)
    {
        var tail = NormalDistribution.Below((Math.Atanh(threshold) - Math.Atanh(Estimate)) / _error);
        return new Claim(tail, 1 - tail);
    }

    private static double[] Ranks(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(sorted, order);
        var ranks = new double[values.Length];
        for (var from = 0; from < sorted.Length;)
        {
            var to = from + 1;
            while (to < sorted.Length && sorted[to] == sorted[from])
            {
                to++;
            }

            for (var i = from; i < to; i++)
            {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }

            from = to;
        }

        return ranks;
    }
}
