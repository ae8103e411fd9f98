using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;

namespace Insiders.Core.Customers.Cohorts;

/// <summary>Who came back, by the month of the first purchase and the months since.</summary>
/// <param name="Cohorts">By month, ascending; a month in which nobody bought for the first time has no cohort.</param>
/// <param name="Months">Columns of the grid: the months from the first cohort's to the last of the ledger.</param>
/// <param name="First">First day of the first month.</param>
public sealed record CohortGrid(ImmutableArray<Cohort> Cohorts, int Months, DateOnly First)
{
    /// <summary>Sorts customers into cohorts.</summary>
    /// <param name="sales">What the customers did day by day.</param>
    /// <param name="coverage">The days of the ledger.</param>
    /// <param name="isAsked">Whom it is of, by row; null for all.</param>
    /// <remarks>
    /// A customer of the ledger's first months may have bought before it begins: nobody can tell. O(days + customers); 4,312 customers take about 1 ms.
    /// </remarks>
    public static CohortGrid Of(DailySales sales, PeriodCoverage coverage, bool[]? isAsked = null)
    {
        ArgumentNullException.ThrowIfNull(sales);
        ArgumentNullException.ThrowIfNull(coverage);
        var origin = MonthOf(coverage.First);
        var months = MonthOf(coverage.Last) - origin + 1;
        var started = new int[sales.Places];
        var last = new int[sales.Places];
        Array.Fill(started, -1);
        Array.Fill(last, -1);
        var customers = new int[months];
        var active = new int[months, months];
        var revenue = new double[months, months];

        // Days come in order: a customer's first one is the first purchase.
        foreach (var cell in sales.Between(coverage.First, coverage.Last))
        {
            if (cell.Invoices == 0 || (isAsked is not null && !isAsked[cell.Place]))
            {
                continue;
            }

            var month = MonthOf(cell.Day) - origin;
            if (started[cell.Place] < 0)
            {
                started[cell.Place] = month;
                customers[month]++;
            }

            var cohort = started[cell.Place];
            if (last[cell.Place] < month)
            {
                last[cell.Place] = month;
                active[cohort, month - cohort]++;
            }

            revenue[cohort, month - cohort] += cell.RevenueAmount;
        }

        var first = new DateOnly(coverage.First.Year, coverage.First.Month, 1);
        return new(
            [
                .. Enumerable.Range(0, months).Where(cohort => customers[cohort] > 0).Select(cohort => new Cohort(
                    first.AddMonths(cohort), customers[cohort],
                    [.. Enumerable.Range(0, months - cohort).Select(since => active[cohort, since])], [.. Enumerable.Range(0, months - cohort).Select(since => revenue[cohort, since])])),
            ],
            months, first);
    }

    private static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month;
}
