using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Experiments;

/// <summary>How large an experiment on a share has to be, such as on the share of customers who buy again.</summary>
/// <remarks>Tests are two-sided. Pure functions, safe for any number of threads.</remarks>
public static class ShareSizing
{
    private const int Halvings = 200;

    /// <summary>How often the effect is found with so many customers.</summary>
    /// <param name="withheldShare">The share without treatment, above 0 and below 1.</param>
    /// <param name="treatedShare">The share with it.</param>
    /// <param name="sizes">Customers in both arms, above 0.</param>
    /// <param name="formula">Which formula.</param>
    /// <param name="significance">Of the test, such as 0.05.</param>
    /// <returns>0 to 1; pooled and unpooled count the near tail only, as their sizes do.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share lies outside.</exception>
    public static double Power(double withheldShare, double treatedShare, ArmSizes sizes, ShareFormula formula, double significance)
    {
        ThrowIfNoShare(withheldShare, nameof(withheldShare));
        ThrowIfNoShare(treatedShare, nameof(treatedShare));
        var z = NormalDistribution.Quantile(1 - (significance / 2));
        var (n, m) = (sizes.Withheld, sizes.Treated);
        if (formula == ShareFormula.Arcsine)
        {
            var effect = Math.Abs(Angle(treatedShare) - Angle(withheldShare)) * Math.Sqrt(n * m / (n + m));
            return NormalDistribution.Below(effect - z) + NormalDistribution.Below(-effect - z);
        }

        var pooled = ((n * withheldShare) + (m * treatedShare)) / (n + m);
        var own = Math.Sqrt((withheldShare * (1 - withheldShare) / n) + (treatedShare * (1 - treatedShare) / m));
        var under = formula == ShareFormula.Pooled ? Math.Sqrt(pooled * (1 - pooled) * ((1 / n) + (1 / m))) : own;
        return NormalDistribution.Below((Math.Abs(treatedShare - withheldShare) - (z * under)) / own);
    }

    /// <summary>How many customers are needed to find an effect.</summary>
    /// <param name="withheldShare">The share without treatment, above 0 and below 1.</param>
    /// <param name="treatedShare">The share with it, another one.</param>
    /// <param name="formula">Which formula.</param>
    /// <param name="options">What has to be kept.</param>
    /// <exception cref="ArgumentException">The shares are the same: no number of customers finds that.</exception>
    public static ArmSizes Sizes(double withheldShare, double treatedShare, ShareFormula formula, SizingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (withheldShare == treatedShare)
        {
            throw new ArgumentException("The shares are the same: no number of customers finds a difference of nothing.", nameof(treatedShare));
        }

        // In logarithms, because sizes run from a handful to billions; the power grows with the size.
        var (low, high) = (Math.Log(1e-3), Math.Log(1e15));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            var power = Power(withheldShare, treatedShare, SizesOf(Math.Exp(middle), options), formula, options.Significance);
            (low, high) = power < options.Power ? (middle, high) : (low, middle);
        }

        return SizesOf(Math.Exp(high), options);
    }

    /// <summary>The smallest rise that so many customers find.</summary>
    /// <param name="withheldShare">The share without treatment, above 0 and below 1.</param>
    /// <param name="sizes">Customers in both arms.</param>
    /// <param name="formula">Which formula.</param>
    /// <param name="options">What has to be kept; the ratio of the arms is that of the sizes.</param>
    /// <returns>The rise in points of share, such as 0.02; null when even a share of everybody would not be found.</returns>
    public static double? DetectableRise(double withheldShare, ArmSizes sizes, ShareFormula formula, SizingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfNoShare(withheldShare, nameof(withheldShare));
        double PowerAt(double share) => Power(withheldShare, share, sizes, formula, options.Significance);
        var (low, high) = (withheldShare, Math.BitDecrement(1.0));
        if (PowerAt(high) < options.Power)
        {
            return null;
        }

        for (var i = 0; i < Halvings && high - low > 1e-15; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = PowerAt(middle) < options.Power ? (middle, high) : (low, middle);
        }

        return high - withheldShare;
    }

    private static ArmSizes SizesOf(double withheld, SizingOptions options) => new(withheld, withheld * options.TreatedPerWithheld);

    private static double Angle(double share) => 2 * Math.Asin(Math.Sqrt(share));

    private static void ThrowIfNoShare(double share, string name)
    {
        if (share is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "A share here is a number above 0 and below 1.");
        }
    }
}
