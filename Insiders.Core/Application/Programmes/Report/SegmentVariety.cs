using Insiders.Core.Customers;
using Insiders.Core.Segments;

namespace Insiders.Core.Application.Programmes.Report;

/// <summary>How many different products the middle customer of a segment buys.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="MedianProducts">Different products per customer.</param>
public sealed record SegmentVariety(RunSegment Segment, double MedianProducts)
{
    /// <summary>Looks at a segment; null for one without customers.</summary>
    public static SegmentVariety? Of(CustomerTable customers, RunSegment segment)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return customers.MembersOf(segment) is { IsEmpty: false } rows ? new(segment, Median(customers, rows)) : null;
    }

    /// <summary>Different products of the middle customer among some.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="rows">Those asked about; at least one.</param>
    public static double Median(CustomerTable customers, IEnumerable<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var products = customers.Feature("qtty_unique_items");
        return GroupProfiles.Median([.. rows.Select(row => products[row])]);
    }
}
