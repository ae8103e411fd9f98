using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Application.Programmes.Report;

/// <summary>The nine questions about the programme in figures, from the published run and the members of today.</summary>
public sealed record ProgrammeReport
{
    /// <summary>How far ahead revenue is expected, in days.</summary>
    public const int AheadDays = 90;

    private const int MostDifferences = 6;

    /// <summary>The programme beside the published run.</summary>
    public required ProgrammeSnapshot Snapshot { get; init; }

    /// <summary>What enters and what removes, and who is near.</summary>
    public required ProgrammeWords Words { get; init; }

    /// <summary>What the members are like; null without members.</summary>
    public required GroupProfile? Members { get; init; }

    /// <summary>The members by segment, most members first.</summary>
    public required ImmutableArray<SegmentPart> Segments { get; init; }

    /// <summary>Where members differ most from all customers, the strongest first; empty where they are everybody or nobody.</summary>
    public required ImmutableArray<FeatureDifference> Differences { get; init; }

    /// <summary>The median revenue of members; null without members.</summary>
    public required double? MedianRevenueAmount { get; init; }

    /// <summary>The median revenue of all customers.</summary>
    public required double BaseMedianRevenueAmount { get; init; }

    /// <summary>Revenue expected of the members in the next <see cref="AheadDays"/> days; null where nothing is known of it.</summary>
    public required double? ExpectedRevenueAmount { get; init; }

    /// <summary>What those chosen on the first part of the data did in the rest; null where the data is too short or the outlook is not computed.</summary>
    public required ChoiceProof? Proof { get; init; }

    /// <summary>The members by stage; null where stages are not known.</summary>
    public required MemberCounts? Stages { get; init; }

    /// <summary>Rows of the members who are slipping or dormant.</summary>
    public required ImmutableArray<int> AtRiskRows { get; init; }

    /// <summary>The revenue from which on as many customers as there are members stand by revenue alone; null without members, and where equal revenues let no such number stand apart.</summary>
    public required double? TopFromAmount { get; init; }

    /// <summary>Which segments are likely to grow; empty while no forecast is computed.</summary>
    public required ImmutableArray<SegmentGrowth> Growth { get; init; }

    /// <summary>What segments are expected to bring in within <see cref="AheadDays"/> days; empty where nothing can be said of money.</summary>
    public required ImmutableArray<SegmentExpectation> Expectations { get; init; }

    /// <summary>What members buy more often than everybody, the highest lift first; null without the sales of the run.</summary>
    public required ImmutableArray<ProductLift>? Products { get; init; }

    /// <summary>Different products that the middle member buys; null without members or products.</summary>
    public required double? MedianProducts { get; init; }

    /// <summary>Different products that the middle customer buys; null where the sales have no products.</summary>
    public required double? BaseMedianProducts { get; init; }

    /// <summary>Different products by segment.</summary>
    public required ImmutableArray<SegmentVariety> Varieties { get; init; }

    /// <summary>What members who are slipping or dormant have spent.</summary>
    public double AtRiskRevenueAmount => Snapshot.Run.Customers.Feature("gross_revenue") is var revenue ? AtRiskRows.Sum(row => revenue[row]) : 0;

    /// <summary>Customers by segment and how many of them went silent, in the order of the segments.</summary>
    public required ImmutableArray<SegmentSilence> Silences { get; init; }

    /// <summary>How many customers are slipping or dormant among the members.</summary>
    public int AtRisk => AtRiskRows.Length;

    /// <summary>Answers the questions.</summary>
    /// <param name="snapshot">The programme beside the published run.</param>
    /// <param name="words">The programme in words.</param>
    /// <param name="evidence">What is computed beside them.</param>
    /// <remarks>O(customers × features), some 20 ms for 4,312 customers.</remarks>
    public static ProgrammeReport Of(ProgrammeSnapshot snapshot, ProgrammeWords words, ReportEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(evidence);
        var (customers, rows) = (snapshot.Run.Customers, snapshot.Rows);
        var revenue = customers.Feature("gross_revenue");
        var isSome = rows.Length > 0 && rows.Length < customers.Count;
        return new()
        {
            Snapshot = snapshot,
            Words = words,
            Members = rows.IsEmpty ? null : customers.Profile(rows),
            Segments = rows.IsEmpty ? [] : SegmentPart.Of(customers, rows),
            Differences = isSome ? [.. FeatureDifferences.Of(customers, rows).Take(MostDifferences)] : [],
            MedianRevenueAmount = rows.IsEmpty ? null : GroupProfiles.Median([.. rows.Select(row => revenue[row])]),
            BaseMedianRevenueAmount = GroupProfiles.Median([.. revenue]),
            ExpectedRevenueAmount = Expected(evidence.Outlook, customers, rows),
            Proof = evidence.Proof,
            Stages = rows.IsEmpty ? null : customers.CountMembers(rows),
            AtRiskRows = customers.Stages is null ? [] : [.. rows.Where(row => customers.Stages.Stages[row] is CustomerStage.Slipping or CustomerStage.Dormant)],
            TopFromAmount = rows.IsEmpty ? null : TopFrom(revenue, rows.Length),
            Growth = evidence.Forecasts is { } forecasts ? SegmentGrowth.Of(forecasts, customers) : [],
            Expectations = [.. customers.Segments.Select(segment => Expectation(evidence.Outlook, segment)).OfType<SegmentExpectation>()],
            Products = evidence.Products,
            MedianProducts = SegmentVariety.Median(customers, rows),
            BaseMedianProducts = SegmentVariety.Median(customers, customers.Everybody),
            Varieties = [.. customers.Segments.Select(segment => SegmentVariety.Of(customers, segment)).OfType<SegmentVariety>()],
            Silences = [.. customers.Segments.Select(segment => SegmentSilence.Of(customers, segment)).OfType<SegmentSilence>()],
        };
    }

    private static double? TopFrom(ImmutableArray<double> revenue, int count)
    {
        var sorted = revenue.OrderDescending().ToArray();
        return count == sorted.Length || sorted[count] < sorted[count - 1] ? sorted[count - 1] : null;
    }

    private static SegmentExpectation? Expectation(BaseOutlook? outlook, RunSegment segment)
        => outlook?.Find(OutlookGroup.Segment, segment.SegmentId)?.Horizons.FirstOrDefault(horizon => horizon.Days == AheadDays) is { Money: not null } expected ? new(segment, expected) : null;

    private static double? Expected(BaseOutlook? outlook, CustomerTable customers, ImmutableArray<int> rows)
    {
        if (outlook is null || !outlook.Columns.Measures(customers.Count).TryGetValue(SalesMeasures.ExpectedRevenue(AheadDays), out var expected))
        {
            return null;
        }

        var sum = rows.Select(row => expected[row]).Where(double.IsFinite).Sum();
        return rows.IsEmpty ? null : sum;
    }
}
