namespace Insiders.Core.Customers;

/// <summary>What one customer did in one month.</summary>
/// <param name="Row">The customer's row in its base.</param>
/// <param name="Month">The month's first day.</param>
/// <param name="RevenueAmount">Bought, returns not taken off.</param>
/// <param name="Items">Items bought.</param>
/// <param name="Invoices">Invoices with a purchase.</param>
/// <param name="ReturnedItems">Items returned, positive.</param>
/// <param name="ReturnedAmount">Their amount, positive.</param>
public readonly record struct CustomerMonth(int Row, DateOnly Month, double RevenueAmount, double Items, int Invoices, double ReturnedItems, double ReturnedAmount);
