namespace Insiders.Core.Customers;

/// <summary>What a set of customers bought in a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="RevenueAmount">Bought, returns not taken off.</param>
/// <param name="Customers">Customers of the set who bought.</param>
public sealed record MonthRevenue(DateOnly Month, double RevenueAmount, int Customers);
