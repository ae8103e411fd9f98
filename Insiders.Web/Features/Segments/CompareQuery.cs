using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Segments;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Segments;

/// <summary>What the comparison shows, from its address: <c>?view=bubbles&amp;log=1&amp;segment=3&amp;segment=5</c>.</summary>
/// <param name="Query">The address.</param>
/// <param name="View">One of <see cref="Views"/>.</param>
/// <param name="IsLog">True for axes by equal factors.</param>
/// <param name="Chosen">Ids of the segments shown; empty: all.</param>
public sealed record CompareQuery(AddressQuery Query, string View, bool IsLog, ImmutableArray<long> Chosen)
{
    /// <summary>The table.</summary>
    public const string Table = "table";

    /// <summary>Path of the page.</summary>
    public const string Path = "/segments";

    private const string Radar = "radar";
    private const string ViewKey = "view";
    private const string LogKey = "log";
    private const string MeasureKey = "measure";
    private const string StandardMeasure = "gross_revenue";

    /// <summary>Tabs of the page.</summary>
    public static ImmutableArray<string> Views { get; } = [Table, "bars", "parallel", Radar, "bubbles", "edits"];

    /// <summary>What bars show; revenue unless another is chosen.</summary>
    public string Measure { get; private init; } = StandardMeasure;

    /// <summary>Reads an address; what it does not know is the default.</summary>
    public static CompareQuery Read(AddressQuery query, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(query);
        var view = query.Find(ViewKey) is { } named && Views.Contains(named) ? named : Table;
        var chosen = FilterAddress.Read(query, customers).SegmentIds.Select(customers.FindSegment).OfType<RunSegment>().Select(segment => segment.SegmentId).Distinct();
        return new CompareQuery(query, view, query.Find(LogKey) is { } log ? log == "1" : IsLogByItself(view), [.. chosen])
        {
            Measure = query.Find(MeasureKey) is { } measure && SegmentBars.MeasuresOf(customers).Any(entry => entry.Name == measure) ? measure : StandardMeasure,
        };
    }

    /// <summary>True for a segment that is shown.</summary>
    public bool Shows(RunSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Chosen.IsEmpty || Chosen.Contains(segment.SegmentId);
    }

    /// <summary>The segments shown, by mean revenue, highest first.</summary>
    public ImmutableArray<RunSegment> Shown(ImmutableArray<RunSegment> segments) => [.. segments.Where(Shows)];

    /// <summary>The segments chosen, by name: what files of the page are named by. None where all are shown.</summary>
    public IEnumerable<string> Conditions(ImmutableArray<RunSegment> segments) => Chosen.IsEmpty ? [] : Shown(segments).Select(segment => Format.NameOf(segment.Segment.Name));

    /// <summary>The address of another tab.</summary>
    public string AddressOfView(string view) => Query.WithUnless(ViewKey, view, Table).To(Path);

    /// <summary>The address with bars of another measure.</summary>
    public string AddressOfMeasure(string? measure) => Query.WithUnless(MeasureKey, measure, StandardMeasure).To(Path);

    /// <summary>The address with the other kind of axis.</summary>
    public string AddressOfScale() => Query.WithUnless(LogKey, IsLog ? "0" : "1", IsLogByItself(View) ? "1" : "0").To(Path);

    /// <summary>True for a segment that was picked to be compared; while none is, all are shown.</summary>
    public bool Picks(RunSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Chosen.Contains(segment.SegmentId);
    }

    /// <summary>The address with a segment picked or no longer: two of eight are two clicks. Without the last one picked all are shown again.</summary>
    /// <param name="segmentId">The segment.</param>
    /// <param name="segments">All there are.</param>
    public string AddressOfToggle(long segmentId, ImmutableArray<RunSegment> segments)
    {
        ImmutableArray<long> all = [.. segments.Select(segment => segment.SegmentId)];
        var next = Chosen.Contains(segmentId) ? Chosen.Remove(segmentId) : Chosen.Add(segmentId);
        return Query.With(FilterAddress.Segment, next.Length == all.Length ? [] : all.Where(next.Contains).Select(id => id.ToString(CultureInfo.InvariantCulture))).To(Path);
    }

    // By equal steps one large segment leaves all others a dot in the middle of a radar.
    private static bool IsLogByItself(string view) => view == Radar;

    /// <summary>The address with all segments shown.</summary>
    public string AddressOfAll() => Query.Without(FilterAddress.Segment).To(Path);
}
