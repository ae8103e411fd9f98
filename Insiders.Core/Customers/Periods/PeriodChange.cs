namespace Insiders.Core.Customers.Periods;

/// <summary>Figures of a period beside those of the one it is compared with.</summary>
/// <param name="Now">Of the period.</param>
/// <param name="Before">Of the other; null where nothing is compared.</param>
public sealed record PeriodChange(PeriodTotals Now, PeriodTotals? Before)
{
    /// <summary>What revenue gained, negative for a loss; null where nothing is compared.</summary>
    public double? RevenueDifference => Before is { } before ? Now.RevenueAmount - before.RevenueAmount : null;

    /// <summary>What revenue gained as a part of what it was, −1 for all of it; null where nothing is compared, or nothing was sold.</summary>
    public double? RevenueRatio => RatioOf(totals => totals.RevenueAmount);

    /// <summary>
    /// The difference of revenue in standard deviations of what it would be if purchases came by chance (a compound Poisson process, whose sum
    /// has the sum of squared purchases for its variance); 0 where nothing is compared.
    /// </summary>
    public double Deviations => Before is { } before && Now.SquaredAmounts + before.SquaredAmounts is > 0 and var variance ? (Now.RevenueAmount - before.RevenueAmount) / Math.Sqrt(variance) : 0;

    /// <summary>What a figure gained as a part of what it was; null where nothing is compared, or it was 0.</summary>
    /// <param name="figure">The figure, 0 or more.</param>
    public double? RatioOf(Func<PeriodTotals, double> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Before is { } before && figure(before) > 0 ? (figure(Now) / figure(before)) - 1 : null;
    }
}
