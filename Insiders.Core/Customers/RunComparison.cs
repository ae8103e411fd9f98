using System.Collections.Immutable;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers;

/// <summary>What changes for readers when pages show one run instead of another.</summary>
public sealed record RunComparison
{
    /// <summary>Segments of the next run that the one before does not have, by mean revenue, highest first.</summary>
    public required ImmutableArray<RunSegment> Gained { get; init; }

    /// <summary>Segments of the run before that the next does not have.</summary>
    public required ImmutableArray<RunSegment> Lost { get; init; }

    /// <summary>Customers of both runs whose segment is another in the next; noise counts as one.</summary>
    public required int Moved { get; init; }

    /// <summary>Customers of both runs.</summary>
    public required int Common { get; init; }

    /// <summary>Customers in the run before and in the next.</summary>
    public required (int Before, int Next) Customers { get; init; }

    /// <summary>Revenue of all customers in the run before and in the next.</summary>
    public required (double Before, double Next) RevenueAmount { get; init; }

    /// <summary>How the next run's ledger differs.</summary>
    public required LedgerDifference Ledger { get; init; }

    /// <summary>Sets two runs beside each other.</summary>
    /// <param name="before">Customers of the one that pages show, in segments as people edited them.</param>
    /// <param name="next">Customers of the one that they would show.</param>
    /// <param name="ledger">How its ledger differs.</param>
    /// <remarks>O(n log n). Segments are the same where their stable ids are (decision 0005).</remarks>
    public static RunComparison Of(CustomerTable before, CustomerTable next, LedgerDifference ledger)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(next);
        var (moved, common) = (0, 0);
        for (var row = 0; row < next.Count; row++)
        {
            if (before.FindRow(next.Ids[row]) is { } then)
            {
                common++;
                moved += before.SegmentAt(then)?.SegmentId == next.SegmentAt(row)?.SegmentId ? 0 : 1;
            }
        }

        return new RunComparison
        {
            Gained = Missing(next, before),
            Lost = Missing(before, next),
            Moved = moved,
            Common = common,
            Customers = (before.Count, next.Count),
            RevenueAmount = (RevenueOf(before), RevenueOf(next)),
            Ledger = ledger,
        };
    }

    private static ImmutableArray<RunSegment> Missing(CustomerTable of, CustomerTable from)
    {
        var known = from.Segments.Select(segment => segment.SegmentId).ToHashSet();
        return [.. of.Segments.Where(segment => !known.Contains(segment.SegmentId))];
    }

    private static double RevenueOf(CustomerTable customers) => BaseSummary.Of(customers, CustomerFilter.None).Whole.RevenueAmount;
}
