using System.Collections.Immutable;

namespace Insiders.Core.Analysis;

/// <summary>Revenue of a set of customers over time.</summary>
public static class MonthRevenues
{
    /// <summary>Every month from the first to the last of the whole base; a month in which the set bought nothing has 0.</summary>
    /// <param name="months">What every customer of the base did, as <see cref="RunSales.CustomerMonthsAsync"/> gives it.</param>
    /// <param name="rows">The set, ascending.</param>
    public static ImmutableArray<MonthRevenue> Of(ImmutableArray<CustomerMonth> months, ImmutableArray<int> rows)
    {
        if (months.IsEmpty)
        {
            return [];
        }

        var members = rows.ToHashSet();
        var sums = new SortedDictionary<DateOnly, (double Revenue, int Customers)>();
        for (var month = months.Min(entry => entry.Month); month <= months.Max(entry => entry.Month); month = month.AddMonths(1))
        {
            sums[month] = (0, 0);
        }

        foreach (var entry in months.Where(entry => members.Contains(entry.Row)))
        {
            var (revenue, customers) = sums[entry.Month];
            sums[entry.Month] = (revenue + entry.RevenueAmount, customers + (entry.Invoices > 0 ? 1 : 0));
        }

        return [.. sums.Select(month => new MonthRevenue(month.Key, month.Value.Revenue, month.Value.Customers))];
    }
}
