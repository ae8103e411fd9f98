using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Segments;

namespace Insiders.Core.Application.Programmes.Report;

/// <summary>How many different products the middle customer of a segment buys.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="MedianProducts">Different products per customer.</param>
public sealed record SegmentVariety(RunSegment Segment, double MedianProducts)
{
    private const string Products = "qtty_unique_items";

    /// <summary>Looks at a segment; null for one without customers, and where the sales have no products.</summary>
    public static SegmentVariety? Of(CustomerTable customers, RunSegment segment)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return Median(customers, customers.MembersOf(segment)) is { } median ? new(segment, median) : null;
    }

    /// <summary>Different products of the middle customer among some; null without any, and where the sales have no products.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="rows">Those asked about.</param>
    public static double? Median(CustomerTable customers, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (rows.IsEmpty || !customers.Has(Products))
        {
            return null;
        }

        var products = customers.Feature(Products);
        return GroupProfiles.Median([.. rows.Select(row => products[row])]);
    }
}
