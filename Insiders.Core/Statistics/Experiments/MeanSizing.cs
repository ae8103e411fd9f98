using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Experiments;

/// <summary>How large an experiment on an amount has to be, such as on revenue per customer.</summary>
/// <remarks>
/// Normal formula for two means of equal deviation, two-sided: n = (z + z′)² · σ² · (1 − ρ²) · (1 + 1 ÷ k) ÷ δ² customers withheld, k treated for
/// each (Cohen 1988, section 2.4, in its large-sample form). ρ is the correlation with what customers did before, which
/// <see cref="CovariateAdjustment"/> takes out (Deng, Xu, Kohavi and Walker 2013, equation 5); 0 without it.
/// </remarks>
public static class MeanSizing
{
    /// <summary>How many customers are needed to find a difference.</summary>
    /// <param name="deviation">Standard deviation of the amount among customers, above 0.</param>
    /// <param name="difference">The difference to be found, not 0.</param>
    /// <param name="correlation">With the amount before, above −1 and below 1; 0 when it is not used.</param>
    /// <param name="options">What has to be kept.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside.</exception>
    public static ArmSizes Sizes(double deviation, double difference, double correlation, SizingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfImpossible(deviation, correlation);
        if (difference == 0 || !double.IsFinite(difference))
        {
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "A difference to be found is a finite number other than 0.");
        }

        var reach = Reach(options) * Left(deviation, correlation) / difference;
        var withheld = reach * reach * (1 + (1 / options.TreatedPerWithheld));
        return new ArmSizes(withheld, withheld * options.TreatedPerWithheld);
    }

    /// <summary>How often a difference is found with so many customers, both tails counted.</summary>
    /// <param name="deviation">Standard deviation of the amount among customers, above 0.</param>
    /// <param name="difference">The difference.</param>
    /// <param name="correlation">With the amount before.</param>
    /// <param name="sizes">Customers in both arms, above 0.</param>
    /// <param name="significance">Of the test, such as 0.05.</param>
    public static double Power(double deviation, double difference, double correlation, ArmSizes sizes, double significance)
    {
        ThrowIfImpossible(deviation, correlation);
        var z = NormalDistribution.Quantile(1 - (significance / 2));
        var effect = Math.Abs(difference) / (Left(deviation, correlation) * Math.Sqrt((1 / sizes.Withheld) + (1 / sizes.Treated)));
        return NormalDistribution.Below(effect - z) + NormalDistribution.Below(-effect - z);
    }

    /// <summary>The smallest difference that so many customers find.</summary>
    /// <param name="deviation">Standard deviation of the amount among customers, above 0.</param>
    /// <param name="correlation">With the amount before.</param>
    /// <param name="sizes">Customers in both arms, above 0.</param>
    /// <param name="options">What has to be kept; the ratio of the arms is that of the sizes.</param>
    public static double DetectableDifference(double deviation, double correlation, ArmSizes sizes, SizingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfImpossible(deviation, correlation);
        return Reach(options) * Left(deviation, correlation) * Math.Sqrt((1 / sizes.Withheld) + (1 / sizes.Treated));
    }

    private static double Reach(SizingOptions options) => NormalDistribution.Quantile(1 - (options.Significance / 2)) + NormalDistribution.Quantile(options.Power);

    private static double Left(double deviation, double correlation) => deviation * Math.Sqrt(1 - (correlation * correlation));

    private static void ThrowIfImpossible(double deviation, double correlation)
    {
        if (deviation is not (> 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A deviation is a finite number above zero.");
        }

        if (correlation is not (> -1 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation is a number above −1 and below 1.");
        }
    }
}
