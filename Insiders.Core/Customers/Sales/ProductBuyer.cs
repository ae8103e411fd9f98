namespace Insiders.Core.Customers.Sales;

/// <summary>What one customer bought of one product.</summary>
/// <param name="Row">The customer's row in its base.</param>
/// <param name="RevenueAmount">Bought, returns not taken off.</param>
/// <param name="Items">Items bought.</param>
/// <param name="Invoices">Invoices it stands on.</param>
public sealed record ProductBuyer(int Row, double RevenueAmount, double Items, int Invoices);
