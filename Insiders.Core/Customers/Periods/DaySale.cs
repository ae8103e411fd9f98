namespace Insiders.Core.Customers.Periods;

/// <summary>What one customer or product did on one day.</summary>
/// <param name="Place">The customer's row in its base, or the product's place in its list.</param>
/// <param name="Day">The day.</param>
/// <param name="RevenueAmount">Bought, returns not taken off.</param>
/// <param name="Items">Items bought.</param>
/// <param name="Invoices">Invoices with a purchase; one with lines on two days counts on both.</param>
/// <param name="ReturnedAmount">What was returned, positive.</param>
public readonly record struct DaySale(int Place, DateOnly Day, double RevenueAmount, double Items, int Invoices, double ReturnedAmount);
