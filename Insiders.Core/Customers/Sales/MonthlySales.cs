using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Insiders.Core.Customers.Sales;

/// <summary>What the customers of a base did month by month, in memory.</summary>
/// <remarks>Immutable. Every customer and month takes 48 bytes; a question about a month is a pass over its customers.</remarks>
public sealed class MonthlySales
{
    private readonly FrozenDictionary<DateOnly, ImmutableArray<CustomerMonth>> _months;

    /// <summary>Sorts what customers did into months.</summary>
    /// <param name="cells">At most one per customer and month, in any order.</param>
    public MonthlySales(ImmutableArray<CustomerMonth> cells)
    {
        _months = cells.GroupBy(cell => cell.Month).ToFrozenDictionary(month => month.Key, month => month.OrderBy(cell => cell.Row).ToImmutableArray());
        var (first, last) = (_months.Keys.DefaultIfEmpty().Min(), _months.Keys.DefaultIfEmpty().Max());
        Months = _months.Count == 0 ? [] : [.. Enumerable.Range(0, ((last.Year - first.Year) * 12) + last.Month - first.Month + 1).Select(first.AddMonths)];
    }

    /// <summary>First days of the months from the first sale to the last, ascending; a month without any in between is there.</summary>
    public ImmutableArray<DateOnly> Months { get; }

    /// <summary>Everybody who did something in a month, by row; nobody when nothing was sold in it.</summary>
    /// <param name="month">Its first day.</param>
    public ImmutableArray<CustomerMonth> Of(DateOnly month) => _months.GetValueOrDefault(month, []);

    /// <summary>What some customers bought, in every month; one in which they bought nothing has 0.</summary>
    /// <param name="rows">Their rows.</param>
    public ImmutableArray<MonthRevenue> RevenueOf(ImmutableArray<int> rows)
    {
        var members = rows.ToHashSet();
        return [.. Months.Select(month =>
        {
            var own = Of(month).Where(cell => members.Contains(cell.Row)).ToList();
            return new MonthRevenue(month, own.Sum(cell => cell.RevenueAmount), own.Count(cell => cell.Invoices > 0));
        })];
    }
}
