using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>How sure a share is that was counted (Wilson 1927): right on average even for few cases and for shares near 0 or 1.</summary>
public static class ShareInterval
{
    /// <summary>The interval of a share.</summary>
    /// <param name="happened">Cases in which it happened.</param>
    /// <param name="cases">All cases, at least as many.</param>
    /// <param name="coverage">Above 0 and below 1, such as 0.95.</param>
    /// <returns>Both ends, 0 to 1; 0 to 1 without a case.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside.</exception>
    public static (double Low, double High) Of(int happened, int cases, double coverage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(happened);
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, happened);
        if (coverage is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "A coverage is a number above 0 and below 1.");
        }

        if (cases == 0)
        {
            return (0, 1);
        }

        var z = NormalDistribution.Quantile((1 + coverage) / 2);
        var share = happened / (double)cases;
        var spread = z * z / cases;
        var centre = (share + (spread / 2)) / (1 + spread);
        var reach = z / (1 + spread) * Math.Sqrt((share * (1 - share) / cases) + (spread / (4 * cases)));
        return (happened == 0 ? 0 : centre - reach, happened == cases ? 1 : centre + reach);
    }
}
