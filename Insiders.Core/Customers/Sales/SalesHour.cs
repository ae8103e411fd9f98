namespace Insiders.Core.Customers.Sales;

/// <summary>Sales of an hour of the week.</summary>
/// <param name="Weekday">The day.</param>
/// <param name="Hour">0 to 23; 0 throughout where the ledger has no times.</param>
/// <param name="RevenueAmount">Bought, returns not taken off.</param>
/// <param name="Invoices">Invoices with a purchase.</param>
public sealed record SalesHour(DayOfWeek Weekday, int Hour, double RevenueAmount, int Invoices);
