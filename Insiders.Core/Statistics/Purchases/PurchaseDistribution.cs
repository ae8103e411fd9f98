using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>How likely a customer makes no, one, two … purchases.</summary>
/// <param name="Shares">The likelihood of each number from 0 on; they sum to 1 less at most <see cref="Rest"/>, or stop at <see cref="Most"/>.</param>
public sealed record PurchaseDistribution(ImmutableArray<double> Shares)
{
    /// <summary>What the numbers left out may have together.</summary>
    public const double Rest = 1e-9;

    /// <summary>The largest number looked at.</summary>
    public const int Most = 20_000;

    /// <summary>Mean of the numbers looked at.</summary>
    public double Mean
    {
        get
        {
            var sum = 0.0;
            for (var n = 1; n < Shares.Length; n++)
            {
                sum += n * Shares[n];
            }

            return sum;
        }
    }

    /// <summary>Variance of the numbers looked at.</summary>
    public double Variance
    {
        get
        {
            var (mean, sum) = (Mean, 0.0);
            for (var n = 0; n < Shares.Length; n++)
            {
                sum += Shares[n] * (n - mean) * (n - mean);
            }

            return sum;
        }
    }

    /// <summary>How likely there is at least one purchase.</summary>
    public double Any => 1 - Shares[0];

    /// <summary>The numbers that leave at most half of what is not covered on either side.</summary>
    /// <param name="coverage">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The coverage lies outside.</exception>
    public (int Low, int High) Within(double coverage)
    {
        if (coverage is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "A coverage is a number above 0 and below 1.");
        }

        return (Reaching((1 - coverage) / 2), Reaching((1 + coverage) / 2));
    }

    // The least number with at least the share at or below it.
    private int Reaching(double share)
    {
        var sum = 0.0;
        for (var n = 0; n < Shares.Length; n++)
        {
            sum += Shares[n];
            if (sum >= share)
            {
                return n;
            }
        }

        return Shares.Length - 1;
    }
}
