using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments.Edits;

/// <summary>What people changed about segments, laid over the segments of a run (decision 0010).</summary>
public sealed class SegmentOverlay
{
    private readonly Dictionary<(long Segment, SegmentEditKind Kind), SegmentEdit> _latest = [];
    private readonly Dictionary<long, long> _mergedInto = [];

    /// <summary>Lays edits over each other; of the same thing the last one holds.</summary>
    /// <param name="edits">Those that hold, in the order they were made.</param>
    public SegmentOverlay(IEnumerable<SegmentEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        foreach (var edit in edits)
        {
            _latest[(edit.SegmentId, edit.Kind)] = edit;
            foreach (var part in edit.Parts)
            {
                _mergedInto[part] = edit.SegmentId;
            }
        }
    }

    /// <summary>Ids that are shown as one segment with any of these, themselves included; ascending.</summary>
    /// <param name="segmentIds">Stable ids.</param>
    public ImmutableArray<long> WithParts(ImmutableArray<long> segmentIds)
    {
        var wanted = segmentIds.Select(RootOf).ToHashSet();
        return [.. segmentIds.Concat(_mergedInto.Keys.Concat(_mergedInto.Values).Where(id => wanted.Contains(RootOf(id)))).Distinct().Order()];
    }

    /// <summary>What people call a segment, shown or part of another.</summary>
    /// <param name="segmentId">Its stable id.</param>
    /// <param name="own">The name its run gave it.</param>
    internal SegmentName NameOf(long segmentId, SegmentName own)
        => _latest.GetValueOrDefault((segmentId, SegmentEditKind.Name)) is { } edit ? own with { English = edit.English!, Portuguese = edit.Portuguese! } : own;

    /// <summary>Whether two segments are shown as one.</summary>
    internal bool AreOne(long segmentId, long otherId) => RootOf(segmentId) == RootOf(otherId);

    /// <summary>The sets of segments of a run that are shown as one, each with the one that gives name, colour and id first.</summary>
    /// <param name="segments">The run's segments, by mean revenue, highest first.</param>
    /// <remarks>The segment that others were merged into stands for them; in a run that does not have it, the part of the highest mean revenue does.</remarks>
    internal ImmutableArray<ImmutableArray<RunSegment>> Group(ImmutableArray<RunSegment> segments) =>
        [.. segments.GroupBy(segment => RootOf(segment.SegmentId)).Select(group => group.OrderByDescending(segment => segment.SegmentId == group.Key).ToImmutableArray())];

    /// <summary>The segments as people see them, by mean revenue, highest first.</summary>
    /// <param name="groups">As <see cref="Group"/> gives them.</param>
    /// <param name="medians">Median revenue over the members of each group of several, by the id of its first.</param>
    internal ImmutableArray<RunSegment> Show(ImmutableArray<ImmutableArray<RunSegment>> groups, IReadOnlyDictionary<long, double> medians)
    {
        var shown = groups.Select(group => Edited(group.Length == 1 ? group[0] : Join(group, medians[group[0].SegmentId])))
            .OrderByDescending(segment => segment.Segment.Profile.MeanRevenueAmount).ThenBy(segment => segment.Segment.Position);
        return [.. shown.Select((segment, position) => segment with { Segment = segment.Segment with { Position = position } })];
    }

    private static RunSegment Join(ImmutableArray<RunSegment> group, double medianRevenueAmount)
    {
        var profiles = group.Select(part => part.Segment.Profile).ToArray();
        var customers = profiles.Sum(profile => profile.Customers);
        var revenue = Math.Round(profiles.Sum(profile => profile.RevenueAmount), Ledger.LedgerSchema.PriceDecimals);
        var profile = new GroupProfile
        {
            Customers = customers,
            CustomerShare = profiles.Sum(part => part.CustomerShare),
            RevenueAmount = revenue,
            RevenueShare = profiles.Sum(part => part.RevenueShare),
            MeanRevenueAmount = revenue / Math.Max(customers, 1),
            MedianRevenueAmount = medianRevenueAmount,
            RecencyDays = Mean(part => part.RecencyDays),
            Frequency = Mean(part => part.Frequency),
            ReturnShare = Mean(part => part.ReturnShare),
            Invoices = Mean(part => part.Invoices),
            Items = Mean(part => part.Items),
        };
        return group[0] with
        {
            Parts = [.. group.Select(part => part.SegmentId)],
            Segment = group[0].Segment with
            {
                Clusters = [.. group.SelectMany(part => part.Segment.Clusters).Order()],
                Profile = profile,
                Members = group.All(part => part.Segment.Members is not null) ? group.Select(part => part.Segment.Members!).Aggregate(MemberCounts.Add) : null,
            },
        };

        double Mean(Func<GroupProfile, double> feature) => profiles.Sum(part => feature(part) * part.Customers) / Math.Max(customers, 1);
    }

    private RunSegment Edited(RunSegment segment)
    {
        var lever = _latest.GetValueOrDefault((segment.SegmentId, SegmentEditKind.Lever));
        return segment with
        {
            Colour = _latest.GetValueOrDefault((segment.SegmentId, SegmentEditKind.Colour))?.Colour ?? segment.Colour,
            Lever = lever is null ? null : new LocalText(lever.English!, lever.Portuguese!),
            Segment = (segment.Segment with { Name = NameOf(segment.SegmentId, segment.Segment.Name) }).JudgedBy(segment.Segment.Members),
        };
    }

    private long RootOf(long segmentId)
    {
        var seen = new HashSet<long>();
        while (seen.Add(segmentId) && _mergedInto.TryGetValue(segmentId, out var whole))
        {
            segmentId = whole;
        }

        return segmentId;
    }
}
