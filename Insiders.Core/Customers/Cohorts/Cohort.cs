using System.Collections.Immutable;

namespace Insiders.Core.Customers.Cohorts;

/// <summary>Customers whose first purchase in the ledger was in the same month, and what they did in it and in each month since.</summary>
/// <param name="Month">The month's first day.</param>
/// <param name="Customers">How many.</param>
/// <param name="Active">How many of them bought, by months since; the first is <paramref name="Customers"/>. It ends with the last month of the ledger.</param>
/// <param name="Revenue">What they bought, likewise.</param>
public sealed record Cohort(DateOnly Month, int Customers, ImmutableArray<int> Active, ImmutableArray<double> Revenue)
{
    /// <summary>The share that bought so many months after its first, 0 to 1; null where that lies beyond the ledger.</summary>
    public double? KeptAfter(int months) => months < Active.Length && Customers > 0 ? Active[months] / (double)Customers : null;

    /// <summary>Revenue per customer of the cohort so many months after its first, those who did not buy counted; null likewise.</summary>
    public double? RevenueAfter(int months) => months < Revenue.Length && Customers > 0 ? Revenue[months] / Customers : null;
}
