using System.Collections.Immutable;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Ledger;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers;

/// <summary>A base, or those of its customers who meet some conditions, in figures: as a whole, by segment, by month, and how uneven.</summary>
/// <remarks>
/// <para>With a condition on the month, revenue, invoices and items are those of the month, and customers are those who bought in it.
/// Recency, frequency and return rate stay what they are: properties of a customer on the last day of the data.</para>
/// <para>What is shown by segment ignores the condition on segments, and what is shown by month the one on the month, so that one can be
/// exchanged for another: the lines left out say so.</para>
/// </remarks>
public sealed record BaseSummary
{
    /// <summary>The conditions.</summary>
    public required CustomerFilter Filter { get; init; }

    /// <summary>Everybody who meets them: totals are sums, means are over customers, never over segments.</summary>
    public required GroupProfile Whole { get; init; }

    /// <summary>By mean revenue in the run, highest first; last those of no segment, where there are any.</summary>
    public required ImmutableArray<SegmentSummary> Segments { get; init; }

    /// <summary>Every month from the first sale of the run to the last; empty when the sales of the run are not known.</summary>
    public required ImmutableArray<MonthSummary> Months { get; init; }

    /// <summary>How unevenly the revenue of those who meet them is spread.</summary>
    public required Concentration Concentration { get; init; }

    /// <summary>The segments that the conditions leave; they add up to <see cref="Whole"/>.</summary>
    public IEnumerable<SegmentSummary> Selected => Segments.Where(segment => segment.IsSelected);

    /// <summary>Sums a base up.</summary>
    /// <param name="customers">The base; without <see cref="CustomerTable.Months"/> nobody meets a condition on the month.</param>
    /// <param name="filter">The conditions.</param>
    /// <exception cref="ArgumentException">A range names a feature that the base does not have.</exception>
    /// <remarks>O(n log n). 4,312 customers take about 2 ms.</remarks>
    public static BaseSummary Of(CustomerTable customers, CustomerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(filter);
        var sales = SalesColumns.Of(customers, filter.Month);
        var anySegment = customers.Select(filter with { SegmentIds = [] });
        var rows = filter.SegmentIds.IsEmpty ? anySegment : customers.Select(filter);
        return new BaseSummary
        {
            Filter = filter,
            Whole = sales.Profile(rows, anySegment),
            Segments = BySegment(sales, anySegment, filter),
            Months = ByMonth(customers, filter),
            Concentration = Concentration.Of(rows.Select(row => sales.Revenue[row])),
        };
    }

    private static ImmutableArray<SegmentSummary> BySegment(SalesColumns sales, ImmutableArray<int> rows, CustomerFilter filter)
    {
        var customers = sales.Customers;
        var lines = ImmutableArray.CreateBuilder<SegmentSummary>();
        foreach (var (place, members) in rows.ToLookup(row => customers.SegmentOf[row]).Select(group => (group.Key, (ImmutableArray<int>)[.. group])).OrderBy(pair => pair.Key == Partition.Noise).ThenBy(pair => pair.Key))
        {
            var segment = place == Partition.Noise ? null : customers.Segments[place];
            lines.Add(new(segment, sales.Profile(members, rows), filter.SegmentIds.IsEmpty || IsIn(segment, filter)));
        }

        return lines.ToImmutable();
    }

    private static bool IsIn(RunSegment? segment, CustomerFilter filter) => segment is not null && filter.SegmentIds.Contains(segment.SegmentId);

    private static ImmutableArray<MonthSummary> ByMonth(CustomerTable customers, CustomerFilter filter)
    {
        if (customers.Months is not { } months)
        {
            return [];
        }

        var isAsked = new bool[customers.Count];
        foreach (var row in customers.Select(filter with { Month = null }))
        {
            isAsked[row] = true;
        }

        return [.. months.Months.Select(month => OfMonth(month, months.Of(month)))];

        MonthSummary OfMonth(DateOnly month, ImmutableArray<CustomerMonth> cells)
        {
            var revenue = new double[customers.Segments.Length + 1];
            var buyers = 0;
            foreach (var cell in cells)
            {
                if (isAsked[cell.Row])
                {
                    var place = customers.SegmentOf[cell.Row];
                    revenue[place == Partition.Noise ? ^1 : place] += cell.RevenueAmount;
                    buyers += cell.Invoices > 0 ? 1 : 0;
                }
            }

            return new(month, [.. revenue.Select(amount => Math.Round(amount, LedgerSchema.PriceDecimals))], buyers);
        }
    }
}
