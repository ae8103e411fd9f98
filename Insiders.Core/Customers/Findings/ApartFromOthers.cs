using Insiders.Core.Customers.Periods;

namespace Insiders.Core.Customers.Findings;

/// <summary>How a part of the revenue moved besides what all the rest did.</summary>
/// <param name="ExcessAmount">Revenue of the period less what it would be had the part moved as the others did.</param>
/// <param name="Deviations">The same in standard deviations of chance.</param>
internal readonly record struct ApartFromOthers(double ExcessAmount, double Deviations)
{
    /// <summary>Works it out; nothing where either side sold nothing before, or the part is half of all or more.</summary>
    /// <remarks>
    /// With g the others' revenue now ÷ before, the part is expected to be before × g. Purchases that come by chance (compound Poisson) give each sum
    /// the variance of its squared purchases, and g, a quotient, the relative variances of both its sums.
    /// </remarks>
    public static ApartFromOthers Of(PeriodChange part, PeriodChange whole)
    {
        if (part.Before is not { RevenueAmount: > 0 } before || whole.Before is not { } all || before.RevenueAmount >= all.RevenueAmount / 2)
        {
            return default;
        }

        var (othersNow, othersBefore) = (whole.Now.RevenueAmount - part.Now.RevenueAmount, all.RevenueAmount - before.RevenueAmount);
        if (othersNow <= 0 || othersBefore <= 0)
        {
            return default;
        }

        var growth = othersNow / othersBefore;
        var relative = (Math.Max(whole.Now.SquaredAmounts - part.Now.SquaredAmounts, 0) / (othersNow * othersNow)) + (Math.Max(all.SquaredAmounts - before.SquaredAmounts, 0) / (othersBefore * othersBefore));
        var expected = before.RevenueAmount * growth;
        var variance = part.Now.SquaredAmounts + (growth * growth * before.SquaredAmounts) + (expected * expected * relative);
        return variance <= 0 ? default : new(part.Now.RevenueAmount - expected, (part.Now.RevenueAmount - expected) / Math.Sqrt(variance));
    }

    /// <summary>True where it is more than chance and more than a little.</summary>
    public bool StandsOut(double expected) => Math.Abs(Deviations) >= FindingLimits.LeastDeviations && Math.Abs(ExcessAmount) >= FindingLimits.LeastRatio * expected;
}
