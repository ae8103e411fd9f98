using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers;

/// <summary>How many of some customers are in a segment.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Customers">How many.</param>
/// <param name="Share">Of those customers, 0 to 1.</param>
/// <param name="BaseShare">The segment's share of everybody, 0 to 1.</param>
public sealed record SegmentPart(RunSegment Segment, int Customers, double Share, double BaseShare)
{
    /// <summary>The segments that some customers are in, in the order of segments; noise is in none.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The customers.</param>
    public static ImmutableArray<SegmentPart> Of(CustomerTable customers, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var (some, all) = (Count(customers, rows), Count(customers, customers.Everybody));
        return
        [
            .. customers.Segments.Select((segment, place) => new SegmentPart(segment, some[place], (double)some[place] / Math.Max(rows.Length, 1), (double)all[place] / Math.Max(customers.Count, 1)))
                .Where(part => part.Customers > 0),
        ];
    }

    private static int[] Count(CustomerTable customers, ImmutableArray<int> rows)
    {
        var counts = new int[customers.Segments.Length];
        foreach (var row in rows)
        {
            if (customers.SegmentOf[row] != Partition.Noise)
            {
                counts[customers.SegmentOf[row]]++;
            }
        }

        return counts;
    }
}
