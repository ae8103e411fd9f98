namespace Insiders.Core.Customers.Sales;

/// <summary>What a set of customers bought of one product.</summary>
/// <param name="StockCode">The product.</param>
/// <param name="Description">Its description.</param>
/// <param name="RevenueAmount">Bought, returns not taken off.</param>
/// <param name="Items">Items bought.</param>
/// <param name="Customers">Customers of the set who bought it.</param>
public sealed record ProductSales(string StockCode, string Description, double RevenueAmount, double Items, int Customers);
