namespace Insiders.Core.Customers.Sales;

/// <summary>One product that a customer bought.</summary>
/// <param name="StockCode">Its code.</param>
/// <param name="Description">Its words on the latest purchase.</param>
/// <param name="Items">Items bought, returns not taken off.</param>
/// <param name="RevenueAmount">Their amount.</param>
/// <param name="Invoices">Invoices it was bought on.</param>
/// <param name="LastDay">The latest day it was bought.</param>
public sealed record CustomerProduct(string StockCode, string Description, double Items, double RevenueAmount, int Invoices, DateOnly LastDay);
