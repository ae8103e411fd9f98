namespace Insiders.Core.Customers.Sales;

/// <summary>How customers are sorted; equal values go by customer id, customers without a value come last either way.</summary>
/// <param name="Column">A feature of the base, or one of <see cref="CustomerTable.FixedColumns"/>.</param>
/// <param name="Descending">Highest first.</param>
public sealed record CustomerOrder(string Column, bool Descending)
{
    /// <summary>Who spent most comes first.</summary>
    public static CustomerOrder ByRevenue { get; } = new("gross_revenue", Descending: true);
}
