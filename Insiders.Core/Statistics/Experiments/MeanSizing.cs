using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Experiments;

/// <summary>How large an experiment on an amount has to be, such as on revenue per customer.</summary>
/// <remarks>
/// Two means of equal deviation, two-sided, by Welch's t: noncentral t in the normal approximation of Johnson and Welch (1940), which for large arms is the familiar n = (z + z′)² · σ² · (1 − ρ²) · (1 + 1 ÷ k) ÷ δ²
/// customers withheld, k treated for each (Cohen 1988, section 2.4). ρ is the correlation with what customers did before, which
/// <see cref="CovariateAdjustment"/> takes out (Deng, Xu, Kohavi and Walker 2013, equation 5); 0 without it.
/// </remarks>
public static class MeanSizing
{
    private const int Halvings = 80;
    private const double Fewest = 2;

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

        // Arms of at least two; in logarithms, because sizes run from a handful to billions. The power grows with the size.
        ArmSizes At(double log) => new(Math.Exp(log), Math.Exp(log) * options.TreatedPerWithheld);
        var (low, high) = (Math.Log(Fewest * Math.Max(1, 1 / options.TreatedPerWithheld)), Math.Log(1e15));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Power(deviation, difference, correlation, At(middle), options.Significance) < options.Power ? (middle, high) : (low, middle);
        }

        return At(high);
    }

    /// <summary>How often a difference is found with so many customers, both tails counted.</summary>
    /// <param name="deviation">Standard deviation of the amount among customers, above 0.</param>
    /// <param name="difference">The difference.</param>
    /// <param name="correlation">With the amount before.</param>
    /// <param name="sizes">Customers in both arms, above 1.</param>
    /// <param name="significance">Of the test, such as 0.05.</param>
    public static double Power(double deviation, double difference, double correlation, ArmSizes sizes, double significance)
    {
        ThrowIfImpossible(deviation, correlation);
        var (a, b) = (1 / sizes.Withheld, 1 / sizes.Treated);
        var freedom = (a + b) * (a + b) / ((a * a / (sizes.Withheld - 1)) + (b * b / (sizes.Treated - 1)));
        var t = StudentDistribution.Quantile(1 - (significance / 2), freedom);
        var effect = Math.Abs(difference) / (Left(deviation, correlation) * Math.Sqrt(a + b));
        double Beyond(double from) => NormalDistribution.Below((from - (t * (1 - (1 / (4 * freedom))))) / Math.Sqrt(1 + (t * t / (2 * freedom))));
        return Beyond(effect) + Beyond(-effect);
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
        var (low, high) = (0.0, deviation);
        while (Power(deviation, high, correlation, sizes, options.Significance) < options.Power)
        {
            high *= 2;
        }

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Power(deviation, middle, correlation, sizes, options.Significance) < options.Power ? (middle, high) : (low, middle);
        }

        return high;
    }

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
