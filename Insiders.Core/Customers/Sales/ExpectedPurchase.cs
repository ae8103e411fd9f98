namespace Insiders.Core.Customers.Sales;

/// <summary>When a customer would buy next if the rhythm went on.</summary>
/// <param name="Day">Last purchase + median gap.</param>
/// <param name="From">The early end of the range that the middle half of the gaps gives.</param>
/// <param name="Until">Its late end.</param>
/// <param name="OverdueDays">Days from <paramref name="Until"/> to the end of the data; 0 while it is not past.</param>
public sealed record ExpectedPurchase(DateOnly Day, DateOnly From, DateOnly Until, int OverdueDays)
{
    /// <summary>True when the data end after the range: more than three quarters of this customer's gaps were shorter.</summary>
    public bool IsOverdue => OverdueDays > 0;
}
