using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Insiders.Core.Ledger;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers.Sales;

/// <summary>Revenue, invoices and items of every customer of a base: of all its sales, or of one month.</summary>
/// <param name="Customers">The base.</param>
/// <param name="Revenue">By row.</param>
/// <param name="Invoices">By row.</param>
/// <param name="Items">By row.</param>
internal sealed record SalesColumns(CustomerTable Customers, ImmutableArray<double> Revenue, ImmutableArray<double> Invoices, ImmutableArray<double> Items)
{
    /// <summary>All sales, or those of a month.</summary>
    public static SalesColumns Of(CustomerTable customers, DateOnly? month)
    {
        if (month is not { } one)
        {
            return new(customers, customers.Feature("gross_revenue"), customers.Feature("qtty_invoices"), customers.Feature("qtty_items"));
        }

        var (revenue, invoices, items) = (new double[customers.Count], new double[customers.Count], new double[customers.Count]);
        foreach (var cell in customers.Months?.Of(one) ?? [])
        {
            (revenue[cell.Row], invoices[cell.Row], items[cell.Row]) = (cell.RevenueAmount, cell.Invoices, cell.Items);
        }

        return new(customers, ImmutableCollectionsMarshal.AsImmutableArray(revenue), ImmutableCollectionsMarshal.AsImmutableArray(invoices), ImmutableCollectionsMarshal.AsImmutableArray(items));
    }

    /// <summary>Revenue of some customers.</summary>
    public double RevenueOf(ImmutableArray<int> rows) => Round(CustomerTable.Sum(Revenue, rows));

    /// <summary>The profile of some customers; shares are of <paramref name="whole"/>.</summary>
    public GroupProfile Profile(ImmutableArray<int> rows, ImmutableArray<int> whole)
    {
        var (revenue, wholeRevenue) = (RevenueOf(rows), RevenueOf(whole));
        var count = Math.Max(rows.Length, 1);
        return new GroupProfile
        {
            Customers = rows.Length,
            CustomerShare = whole.IsEmpty ? 0 : (double)rows.Length / whole.Length,
            RevenueAmount = revenue,
            RevenueShare = wholeRevenue > 0 ? revenue / wholeRevenue : 0,
            MeanRevenueAmount = revenue / count,
            MedianRevenueAmount = CustomerTable.Median(Revenue, rows),
            RecencyDays = Customers.Mean("recency_days", rows),
            Frequency = Customers.Mean("frequency", rows),
            ReturnShare = Customers.Mean("return_rate", rows),
            Invoices = CustomerTable.Sum(Invoices, rows) / count,
            Items = CustomerTable.Sum(Items, rows) / count,
        };
    }

    // Prices have four decimals at most, and so has their sum: what lies beyond is the noise of adding doubles.
    private static double Round(double amount) => Math.Round(amount, LedgerSchema.PriceDecimals);
}
