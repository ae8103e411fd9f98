using System.Collections.Immutable;
using Insiders.Core.Ledger;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers.Periods;

/// <summary>What the customers, or the products, of a run did day by day, in memory: figures of any period are a pass over its days.</summary>
/// <remarks>Immutable. A customer's or product's day takes 40 bytes; 4,312 customers in a year have 17,000 of them.</remarks>
public sealed class DailySales
{
    private readonly DaySale[] _cells;

    /// <summary>Sorts days.</summary>
    /// <param name="places">Number of customers or products.</param>
    /// <param name="cells">At most one per place and day, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place lies outside.</exception>
    public DailySales(int places, IEnumerable<DaySale> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Places = places;
        _cells = [.. cells];
        foreach (var cell in _cells)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cell.Place, nameof(cells));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell.Place, places, nameof(cells));
        }

        Array.Sort(_cells, static (one, other) => one.Day.CompareTo(other.Day) is var order && order != 0 ? order : one.Place.CompareTo(other.Place));
    }

    /// <summary>Number of customers or products.</summary>
    public int Places { get; }

    /// <summary>What was done from one day to another, by day, then by place.</summary>
    public ReadOnlySpan<DaySale> Between(DateOnly first, DateOnly last) => _cells.AsSpan(Find(first)..Find(last.AddDays(1)));

    /// <summary>What was done in a period, by day, then by place.</summary>
    public ReadOnlySpan<DaySale> Of(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return Between(period.First, period.Last);
    }

    /// <summary>What each did in a period, summed up; one per place. O(days of the period + places).</summary>
    public PeriodTotals[] Totals(Period period)
    {
        var totals = new PeriodTotals[Places];
        foreach (var cell in Of(period))
        {
            totals[cell.Place] += PeriodTotals.Of(cell);
        }

        return totals;
    }

    /// <summary>Revenue of a period, returns not taken off.</summary>
    /// <param name="period">The period.</param>
    /// <param name="isAsked">Whom it is of, by place; null for all.</param>
    public double RevenueOf(Period period, bool[]? isAsked = null)
    {
        var revenue = 0.0;
        foreach (var cell in Of(period))
        {
            revenue += isAsked is null || isAsked[cell.Place] ? cell.RevenueAmount : 0;
        }

        // Prices have four decimals at most, and so has their sum: what lies beyond is the noise of adding doubles.
        return Math.Round(revenue, LedgerSchema.PriceDecimals);
    }

    /// <summary>Revenue of every day of a period, the first day first; 0 for a day without any.</summary>
    /// <param name="period">The period.</param>
    /// <param name="isAsked">Whom it is of, by place; null for all.</param>
    public ImmutableArray<double> RevenueByDay(Period period, bool[]? isAsked = null)
    {
        ArgumentNullException.ThrowIfNull(period);
        var days = new double[period.Days];
        foreach (var cell in Of(period))
        {
            days[cell.Day.DayNumber - period.First.DayNumber] += isAsked is null || isAsked[cell.Place] ? cell.RevenueAmount : 0;
        }

        return [.. days];
    }

    /// <summary>Revenue of all days with returns taken off, one per place.</summary>
    public ImmutableArray<double> NetRevenue()
    {
        var net = new double[Places];
        foreach (var cell in _cells)
        {
            net[cell.Place] += cell.RevenueAmount - cell.ReturnedAmount;
        }

        return [.. net];
    }

    /// <summary>What was returned on all days, positive, one per place.</summary>
    public ImmutableArray<double> Returned()
    {
        var returned = new double[Places];
        foreach (var cell in _cells)
        {
            returned[cell.Place] += cell.ReturnedAmount;
        }

        return [.. returned];
    }

    /// <summary>The days on which each bought something, up to a day.</summary>
    /// <param name="until">The last day that counts.</param>
    public PurchaseDays PurchaseDays(DateOnly until)
    {
        var days = new List<(int, DateOnly)>(_cells.Length);
        foreach (var cell in Between(DateOnly.MinValue, until))
        {
            if (cell.Invoices > 0)
            {
                days.Add((cell.Place, cell.Day));
            }
        }

        return new PurchaseDays(Places, days);
    }

    private int Find(DateOnly day)
    {
        var (low, high) = (0, _cells.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_cells[middle].Day < day)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
