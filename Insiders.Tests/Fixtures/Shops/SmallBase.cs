using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Segments;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Tables of customers small enough to check by hand.</summary>
public static class SmallBase
{
    private static readonly ImmutableArray<string> s_features = ["gross_revenue", "recency_days", "frequency", "return_rate", "qtty_invoices", "qtty_items"];

    private static readonly GroupProfile s_nobody = new()
    {
        Customers = 0,
        CustomerShare = 0,
        RevenueAmount = 0,
        RevenueShare = 0,
        MeanRevenueAmount = 0,
        MedianRevenueAmount = 0,
        RecencyDays = 0,
        Frequency = 0,
        ReturnShare = 0,
        Invoices = 0,
        Items = 0,
    };

    /// <summary>Customers c0, c1 … with the features named; others are 0. Segments are numbered from 1 and profiled.</summary>
    /// <param name="segments">Stable id of each customer's segment.</param>
    /// <param name="features">Values of some features, one per customer.</param>
    public static CustomerTable Of(ImmutableArray<long> segments, params (string Feature, ImmutableArray<double> Values)[] features)
    {
        var known = features.ToDictionary(feature => feature.Feature, feature => feature.Values);
        ImmutableArray<double> zeros = [.. segments.Select(_ => 0.0)];
        ImmutableArray<string> names = [.. s_features, .. known.Keys.Where(name => name is not "x" and not "y" && !s_features.Contains(name))];
        var columns = new CustomerColumns(
            [.. segments.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"c{i}"))], [.. segments.Select((_, i) => i % 2 == 0 ? "EIRE" : "Japan")],
            [.. segments.Select(id => (int)id - 1)], [.. segments.Select(id => (long?)id)], known.GetValueOrDefault("x", zeros), known.GetValueOrDefault("y", zeros), zeros,
            names, [.. names.Select(name => known.GetValueOrDefault(name, zeros))]);
        var bare = new CustomerTable(columns, []);
        return new CustomerTable(columns, [.. segments.Distinct().Order().Select((id, position) => Segment(id, position, bare.Profile([.. bare.Everybody.Where(row => segments[row] == id)])))]);
    }

    /// <summary>Four customers: a and c in segment 7, b in segment 9, d in none.</summary>
    public static CustomerTable Four()
    {
        ImmutableArray<double> zeros = [0, 0, 0, 0];
        var columns = new CustomerColumns(
            ["a", "b", "c", "d"], ["Portugal", "EIRE", "EIRE", "Japan"], [0, 1, 0, -1], [7, 9, 7, null], zeros, zeros, zeros,
            ["latitude", "gross_revenue", "recency_days", "frequency", "return_rate", "qtty_invoices", "qtty_items"],
            [zeros, [40, 20, 10, 10], [2, 4, 6, 5], zeros, zeros, [3, 1, 1, 1], [9, 2, 2, 1]]);
        return new CustomerTable(columns, [Segment(7, 0), Segment(9, 1)]);
    }

    /// <summary>A segment, called Segment 1, Segmento 1 and so on unless it is named; of nobody unless it is profiled.</summary>
    public static RunSegment Segment(long id, int position, GroupProfile? profile = null, string? english = null, string? portuguese = null) => new(
        id, SegmentPalette.All[position],
        new Segment(position, new SegmentName($"s{id}", english ?? $"Segment {id}", portuguese ?? english ?? $"Segmento {id}"), [position], profile ?? s_nobody));
}
