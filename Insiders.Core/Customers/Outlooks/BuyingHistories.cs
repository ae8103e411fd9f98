using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>What the purchase models know of customers who bought something up to a day. Times are in weeks; several invoices of one day are one purchase.</summary>
/// <param name="Rows">Row of each in the base, ascending; who only returned something is missing.</param>
/// <param name="Purchases">When each bought, one per row.</param>
/// <param name="Spending">What their repeat purchases were worth, one per row; days worth nothing do not count.</param>
public sealed record BuyingHistories(ImmutableArray<int> Rows, ImmutableArray<PurchaseHistory> Purchases, ImmutableArray<SpendHistory> Spending)
{
    /// <summary>With more customers than this, times are taken in whole weeks, so that equal histories fall together.</summary>
    public const int MostInDays = 20_000;

    private const int WeekDays = 7;

    /// <summary>Reads the histories off the days.</summary>
    /// <param name="days">What the customers did day by day.</param>
    /// <param name="until">The last day that is looked at.</param>
    /// <remarks>O(customer days).</remarks>
    public static BuyingHistories Of(DailySales days, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(days);
        var found = new (int First, int Last, int Repeats, int Paid, double Amount)[days.Places];
        foreach (var cell in days.Between(DateOnly.MinValue, until))
        {
            if (cell.Invoices == 0)
            {
                continue;
            }

            ref var own = ref found[cell.Place];
            var isFirst = own.First == 0;
            var isPaid = !isFirst && cell.RevenueAmount > 0;
            own = (isFirst ? cell.Day.DayNumber : own.First, cell.Day.DayNumber, own.Repeats + (isFirst ? 0 : 1), own.Paid + (isPaid ? 1 : 0), own.Amount + (isPaid ? cell.RevenueAmount : 0));
        }

        ImmutableArray<int> rows = [.. Enumerable.Range(0, found.Length).Where(row => found[row].First > 0)];
        var inWeeks = rows.Length > MostInDays;
        return new(
            rows,
            [.. rows.Select(row => new PurchaseHistory(found[row].Repeats, Weeks(found[row].Last - found[row].First), Weeks(until.DayNumber - found[row].First)))],
            [.. rows.Select(row => new SpendHistory(found[row].Paid, found[row].Paid == 0 ? 0 : found[row].Amount / found[row].Paid))]);

        double Weeks(int span) => inWeeks ? span / WeekDays : span / (double)WeekDays;
    }
}
