using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;

namespace Insiders.Core.Programmes;

/// <summary>What some customers bring, beside as many by revenue alone: a share of revenue says nothing without it.</summary>
/// <param name="Customers">How many they are.</param>
/// <param name="CustomerShare">Their share of all customers, 0 to 1; 0 without customers.</param>
/// <param name="RevenueAmount">What they bought, returns not taken off.</param>
/// <param name="RevenueShare">Their share of it all, 0 to 1; 0 where nothing was sold.</param>
/// <param name="TopRevenueAmount">What as many customers with the highest revenue bought.</param>
/// <param name="TopRevenueShare">Their share.</param>
/// <param name="AlsoTop">Customers who are among both.</param>
public sealed record ProgrammeWorth(int Customers, double CustomerShare, double RevenueAmount, double RevenueShare, double TopRevenueAmount, double TopRevenueShare, int AlsoTop)
{
    /// <summary>Adds up what some customers bring.</summary>
    /// <param name="customers">All customers.</param>
    /// <param name="rows">Those asked about.</param>
    public static ProgrammeWorth Of(CustomerTable customers, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var revenue = customers.Feature("gross_revenue");
        var top = customers.Sort(customers.Everybody, CustomerOrder.ByRevenue).Take(rows.Length).ToHashSet();
        var (all, own, best) = (revenue.Sum(), rows.Sum(row => revenue[row]), top.Sum(row => revenue[row]));
        return new(
            rows.Length, customers.Count == 0 ? 0 : rows.Length / (double)customers.Count, own, all > 0 ? own / all : 0, best, all > 0 ? best / all : 0, rows.Count(top.Contains));
    }
}
