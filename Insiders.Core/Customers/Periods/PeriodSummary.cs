using System.Collections.Immutable;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Ledger;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers.Periods;

/// <summary>A base, or those of its customers who meet some conditions, in a period and in the one it is compared with.</summary>
/// <remarks>A segment's past is that of its members of today: they were put into it by all their purchases, so a comparison says nothing about whether it did well.</remarks>
public sealed record PeriodSummary
{
    /// <summary>The two periods.</summary>
    public required PeriodComparison Comparison { get; init; }

    /// <summary>Everybody asked about.</summary>
    public required PeriodChange Whole { get; init; }

    /// <summary>By place in <see cref="CustomerTable.Segments"/>; last those of no segment, where any bought something. A segment without sales in both is there with 0.</summary>
    public required ImmutableArray<PeriodLine<RunSegment?>> Segments { get; init; }

    /// <summary>By revenue of the period, then of the other, then by name; without those that bought nothing in both.</summary>
    public required ImmutableArray<PeriodLine<string>> Countries { get; init; }

    /// <summary>Sums a period up.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="sales">What its customers did day by day.</param>
    /// <param name="comparison">The two periods.</param>
    /// <param name="rows">Who is asked about.</param>
    /// <remarks>O(days in the periods + customers); 4,312 customers take less than 1 ms.</remarks>
    public static PeriodSummary Of(CustomerTable customers, DailySales sales, PeriodComparison comparison, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(sales);
        ArgumentNullException.ThrowIfNull(comparison);
        var now = sales.Totals(comparison.Now);
        var before = comparison.Before is { } other ? sales.Totals(other) : null;
        var places = Enumerable.Range(0, customers.Segments.Length).ToDictionary(place => place, _ => (ImmutableArray<int>)[]);
        foreach (var group in rows.GroupBy(row => customers.SegmentOf[row]))
        {
            places[group.Key] = [.. group];
        }

        return new PeriodSummary
        {
            Comparison = comparison,
            Whole = Sum(now, before, rows),
            Segments =
            [
                .. places.OrderBy(pair => pair.Key == Partition.Noise).ThenBy(pair => pair.Key)
                    .Select(pair => new PeriodLine<RunSegment?>(pair.Key == Partition.Noise ? null : customers.Segments[pair.Key], Sum(now, before, pair.Value))),
            ],
            Countries = Sorted(rows.GroupBy(row => customers.Countries[row], StringComparer.Ordinal).Select(group => new PeriodLine<string>(group.Key, Sum(now, before, group))), country => country),
        };
    }

    /// <summary>Every product in a period and in the one it is compared with, sorted as <see cref="Countries"/>.</summary>
    /// <param name="products">The products.</param>
    /// <param name="sales">What was sold of each day by day, by its place among them.</param>
    /// <param name="comparison">The two periods.</param>
    public static ImmutableArray<PeriodLine<ProductSales>> OfProducts(ImmutableArray<ProductSales> products, DailySales sales, PeriodComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(sales);
        ArgumentNullException.ThrowIfNull(comparison);
        var now = sales.Totals(comparison.Now);
        var before = comparison.Before is { } other ? sales.Totals(other) : null;
        return Sorted(products.Select((product, place) => new PeriodLine<ProductSales>(product, Sum(now, before, [place]))), product => product.StockCode);
    }

    /// <summary>Figures of some customers or products in both periods.</summary>
    internal static PeriodChange Sum(PeriodTotals[] now, PeriodTotals[]? before, IEnumerable<int> places)
    {
        var both = places.ToArray();
        return new(Sum(now, both), before is null ? null : Sum(before, both));
    }

    private static PeriodTotals Sum(PeriodTotals[] totals, int[] places)
    {
        var sum = places.Aggregate(default(PeriodTotals), (all, place) => all.And(totals[place]));
        return sum with { RevenueAmount = Math.Round(sum.RevenueAmount, LedgerSchema.PriceDecimals), ReturnedAmount = Math.Round(sum.ReturnedAmount, LedgerSchema.PriceDecimals) };
    }

    private static ImmutableArray<PeriodLine<T>> Sorted<T>(IEnumerable<PeriodLine<T>> lines, Func<T, string> nameOf)
        =>
        [
            .. lines.Where(line => line.Change.Now != default || line.Change.Before is { } before && before != default)
                .OrderByDescending(line => line.Change.Now.RevenueAmount).ThenByDescending(line => line.Change.Before?.RevenueAmount ?? 0).ThenBy(line => nameOf(line.Of), StringComparer.Ordinal),
        ];
}
