namespace Insiders.Core.Statistics.Revenue;

/// <summary>A change of revenue, and what of it came from where; the four parts sum to the change.</summary>
/// <param name="Before">The earlier period.</param>
/// <param name="After">The later period.</param>
/// <param name="ByCustomers">From more or fewer customers.</param>
/// <param name="ByOrders">From more or fewer orders per customer.</param>
/// <param name="ByItems">From more or fewer items per order.</param>
/// <param name="ByPrice">From more or less money per item.</param>
public sealed record RevenueChange(RevenueFactors Before, RevenueFactors After, double ByCustomers, double ByOrders, double ByItems, double ByPrice)
{
    /// <summary>Revenue after less revenue before.</summary>
    public double Total => After.Revenue - Before.Revenue;
}
