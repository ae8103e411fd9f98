using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Experiments;

/// <summary>Whether the arms are as large as they were meant to be: if not, whoever is missing is missing for a reason, and no result is to be believed.</summary>
public static class SampleRatio
{
    /// <summary>Below this p the alarm is raised (Fabijan and others 2019).</summary>
    public const double Alarm = 0.001;

    /// <summary>How likely sizes at least as far from the plan are by chance (Pearson's χ²).</summary>
    /// <param name="counts">Customers found in each arm, 0 or more.</param>
    /// <param name="shares">What each arm was meant to have, above 0; only their proportions matter.</param>
    /// <returns>0 to 1; 1 when there is nobody.</returns>
    /// <exception cref="ArgumentException">There are fewer than two arms, or counts and shares do not fit.</exception>
    public static double P(ReadOnlySpan<long> counts, ReadOnlySpan<double> shares)
    {
        if (counts.Length < 2 || counts.Length != shares.Length)
        {
            throw new ArgumentException($"{counts.Length} counts and {shares.Length} shares are no plan of two arms or more.", nameof(shares));
        }

        var (total, whole) = (0.0, 0.0);
        for (var arm = 0; arm < counts.Length; arm++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[arm], nameof(counts));
            if (shares[arm] is not (> 0 and < double.PositiveInfinity))
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Arm {arm} was meant to have {shares[arm]}; expected a number above zero."), nameof(shares));
            }

            total += counts[arm];
            whole += shares[arm];
        }

        if (total == 0)
        {
            return 1;
        }

        var sum = 0.0;
        for (var arm = 0; arm < counts.Length; arm++)
        {
            var meant = total * shares[arm] / whole;
            sum += (counts[arm] - meant) * (counts[arm] - meant) / meant;
        }

        return GammaFunction.Above((counts.Length - 1) / 2.0, sum / 2);
    }
}
