using System.Collections.Immutable;

namespace Insiders.Core.Customers;

/// <summary>What the customers that were asked about bought in one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="RevenueAmounts">By segment, in the order of <see cref="CustomerTable.Segments"/>, and last those of none.</param>
/// <param name="Customers">How many of them bought something.</param>
public sealed record MonthSummary(DateOnly Month, ImmutableArray<double> RevenueAmounts, int Customers)
{
    /// <summary>Of all segments.</summary>
    public double RevenueAmount => RevenueAmounts.Sum();
}
