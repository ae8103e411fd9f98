using System.Collections.Immutable;
using Insiders.Core.Application.Programmes.Report;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Programmes;
using Insiders.Core.Segments.Stages;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>Words the nine questions and those that follow from them.</summary>
public static class ReportAnswers
{
    private const int NamedSegments = 3;

    /// <summary>The nine questions about the programme.</summary>
    public static ImmutableArray<ReportAnswer> Nine(ProgrammeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [Who(report), HowMany(report), Alike(report), Share(report), Expected(report), Enter(report), Leave(report), Better(report), Raise(report)];
    }

    /// <summary>The further questions: answered, or with what is missing.</summary>
    public static ImmutableArray<ReportAnswer> Further(ProgrammeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            new(10, Texts.ReportQ10, [Texts.ReportA10], Texts.ReportD10, "/value"),
            Silence(report),
            new(12, Texts.ReportQ12, [Texts.ReportA12], Texts.ReportD12, null) { IsOpen = true },
            new(13, Texts.ReportQ13, [Texts.ReportA13], Texts.ReportD13, null) { IsOpen = true },
            new(14, Texts.ReportQ14, [Texts.ReportA14], Texts.ReportD14, null) { IsOpen = true },
            new(15, Texts.ReportQ15, [report.Words.Needs.IsEmpty ? Texts.ReportNobodyNear : Format.Fill(Texts.ReportA15, report.Words.Needs[0].CustomerId, Format.Money(report.Words.Needs[0].MoneyAmount))], Texts.ReportD15, Tab(ProgrammeQuery.Conditions)),
            new(16, Texts.ReportQ16, [Texts.ReportA16], Texts.ReportD10, "/value"),
            new(17, Texts.ReportQ17, [Texts.ReportA17], Texts.ReportD17, report.Segments is [var part, ..] ? Links.Segment(part.Segment.SegmentId) + "?tab=products" : null),
            new(18, Texts.ReportQ18, [Texts.ReportA18], Texts.ReportD17, report.Segments is [var top, ..] ? Links.Segment(top.Segment.SegmentId) + "?tab=products" : null),
            new(19, Texts.ReportQ19, [Texts.ReportA19], Texts.ReportD19, null) { IsOpen = true },
            new(20, Texts.ReportQ20, [Texts.ReportA20], Texts.ReportD20, null) { IsOpen = true },
        ];
    }

    /// <summary>All answers, a line per sentence.</summary>
    public static ImmutableArray<(ReportAnswer Answer, string Sentence)> Lines(ProgrammeReport report)
        => [.. Nine(report).Concat(Further(report)).SelectMany(answer => answer.Sentences.Select(sentence => (answer, sentence)))];

    private static ReportAnswer Who(ProgrammeReport report)
    {
        var (programme, customers) = (report.Snapshot.Stored.Programme, report.Snapshot.Run.Customers);
        string[] tiers = [.. programme.Tiers.Select(tier => Format.Fill(Texts.ReportTier, tier.Name, string.Join("; ", tier.Conditions.Select(condition => ProgrammeText.Of(condition, customers)))))];
        string[] parts = [.. report.Segments.Take(NamedSegments).Select(part => Format.Fill(Texts.ReportOfSegment, Format.Whole(part.Customers), Format.NameOf(part.Segment.Segment.Name)))];
        return new(1, Texts.ReportQ1, [.. tiers, .. parts.Length == 0 ? Array.Empty<string>() : [Format.Fill(Texts.ReportToday, string.Join(", ", parts))]], Texts.ReportD1, Tab(ProgrammeQuery.Policy));
    }

    private static ReportAnswer HowMany(ProgrammeReport report)
        => new(2, Texts.ReportQ2, [report.Members is null ? Texts.ReportNoMembers : Format.Fill(Texts.ReportA2, Format.Whole(report.Snapshot.Worth.Customers), Format.Percent(report.Snapshot.Worth.CustomerShare), Format.Whole(report.Snapshot.Run.Customers.Count))], Texts.ReportD2, Tab(ProgrammeQuery.Members));

    private static ReportAnswer Alike(ProgrammeReport report)
    {
        if (report.MedianRevenueAmount is not { } median || report.Differences.IsEmpty)
        {
            return new(3, Texts.ReportQ3, [report.Members is null ? Texts.ReportNoMembers : Texts.ReportEverybody], Texts.ReportD3, null) { IsOpen = true };
        }

        var times = report.BaseMedianRevenueAmount > 0 ? Format.Fill(Texts.ReportTimes, Format.One(median / report.BaseMedianRevenueAmount)) : Texts.ReportNoTimes;
        return new(3, Texts.ReportQ3,
            [
                Format.Fill(Texts.ReportA3, Format.Money(median), Format.Money(report.BaseMedianRevenueAmount), times),
                .. report.Differences.Select(difference => Format.Fill(Texts.ReportDiffers, FeatureText.NameOf(difference.Feature), CellText.Of(difference.Feature, difference.Mean), CellText.Of(difference.Feature, difference.BaseMean))),
            ],
            Texts.ReportD3,
            report.Segments is [var part, ..] ? Links.Segment(part.Segment.SegmentId) : null);
    }

    private static ReportAnswer Share(ProgrammeReport report)
    {
        var worth = report.Snapshot.Worth;
        return report.Members is null ? new(4, Texts.ReportQ4, [Texts.ReportNoMembers], Texts.ReportD4, null) { IsOpen = true }
            : new(4, Texts.ReportQ4,
                [
                    Format.Fill(Texts.ReportA4, Format.Percent(worth.RevenueShare), Format.Money(worth.RevenueAmount)),
                    Format.Fill(Texts.ReportAlone, Format.Whole(worth.Customers), Format.Percent(worth.TopRevenueShare), Format.Money(worth.TopRevenueAmount), Format.Whole(worth.AlsoTop)),
                ],
                Texts.ReportD4, Tab(ProgrammeQuery.Members));
    }

    private static ReportAnswer Expected(ProgrammeReport report)
        => report.ExpectedRevenueAmount is { } amount
            ? new(5, Texts.ReportQ5, [Format.Fill(Texts.ReportA5, Format.Money(amount), ProgrammeReport.AheadDays)], Texts.ReportD5, "/value")
            : new(5, Texts.ReportQ5, [Texts.ReportNoOutlook], Texts.ReportD5, "/value") { IsOpen = true };

    private static ReportAnswer Enter(ProgrammeReport report)
        => report.Words.Rules.Entry is { Rule.Conditions.IsEmpty: false } entry
            ? new(6, Texts.ReportQ6, [Conditions(entry), Fit(entry), Nearest(report)], Texts.ReportD6, Tab(ProgrammeQuery.Conditions))
            : new(6, Texts.ReportQ6, [Texts.ReportNoRule], Texts.ReportD6, null) { IsOpen = true };

    private static ReportAnswer Leave(ProgrammeReport report)
        => report.Words.Rules.Exit is { Rule.Conditions.IsEmpty: false } exit
            ? new(7, Texts.ReportQ7, [Conditions(exit), Format.Fill(Texts.ReportFitExit, Format.Percent(exit.Rule.Precision ?? 0), Format.Percent(exit.Rule.Recall ?? 0))], Texts.ReportD7, Tab(ProgrammeQuery.Conditions))
            : new(7, Texts.ReportQ7, [Texts.ReportNoRule], Texts.ReportD7, null) { IsOpen = true };

    private static ReportAnswer Better(ProgrammeReport report)
    {
        if (report.Proof is not { } proof)
        {
            return new(8, Texts.ReportQ8, [Texts.ReportNoProof], Texts.ReportD8, "/value") { IsOpen = true };
        }

        return new(8, Texts.ReportQ8,
            [
                Format.Fill(Texts.ReportA8, Format.Whole(proof.ByExpected.Customers), Format.Day(proof.Cut), Bought(proof.ByExpected), Format.Money(Mean(proof.ByExpected)), Format.Day(proof.Last)),
                Format.Fill(Texts.ReportA8Alone, Bought(proof.ByRevenue), Format.Money(Mean(proof.ByRevenue))),
                Format.Fill(Texts.ReportA8All, Bought(proof.Everybody), Format.Money(Mean(proof.Everybody))),
            ],
            Texts.ReportD8, "/value");

        static string Bought(ProofGroup group) => Format.Percent(group.BoughtAfter / (double)Math.Max(group.Customers, 1));
        static double Mean(ProofGroup group) => group.RevenueAfter / Math.Max(group.Customers, 1);
    }

    private static ReportAnswer Raise(ProgrammeReport report)
    {
        if (report.Stages is null)
        {
            return new(9, Texts.ReportQ9, [report.Members is null ? Texts.ReportNoMembers : Texts.StagesUnknown], Texts.ReportD9, null) { IsOpen = true };
        }

        return new(9, Texts.ReportQ9,
            [
                report.AtRisk == 0 ? Texts.ReportNoneAtRisk : Format.Fill(Texts.ReportA9, Format.Whole(report.AtRisk), Format.Money(report.AtRiskRevenueAmount)),
                Nearest(report),
                Texts.ReportActions,
            ],
            Texts.ReportD9, report.Segments is [var part, ..] ? Links.Customers(new() { SegmentIds = [part.Segment.SegmentId], Stages = [CustomerStage.Slipping, CustomerStage.Dormant] }) : null);
    }

    private static ReportAnswer Silence(ProgrammeReport report)
        => report.Silences.IsEmpty ? new(11, Texts.ReportQ11, [Texts.StagesUnknown], Texts.ReportD11, null) { IsOpen = true }
            : new(11, Texts.ReportQ11, [.. report.Silences.Select(silence => Format.Fill(Texts.ReportA11, Format.NameOf(silence.Segment.Segment.Name), Format.Percent(silence.GoneShare), Format.Whole(silence.Gone), Format.Whole(silence.Customers), Format.Whole(silence.Slipping)))],
                Texts.ReportD11, Links.Customers(new() { Stages = [CustomerStage.Dormant, CustomerStage.Lost] }));

    private static string Conditions(MemberRule rule)
        => Format.Fill(Texts.ReportConditions, string.Join(Texts.ReportAnd, rule.Rule.Conditions.Select(condition => Format.Fill(condition.AtLeast ? Texts.ProgrammeAtLeast : Texts.ProgrammeBelow, FeatureText.NameOf(rule.MeasureOf(condition)), FeatureText.Bound(rule.MeasureOf(condition), condition.Threshold)))));

    private static string Fit(MemberRule rule)
        => Format.Fill(rule.IsGood ? Texts.ReportFitGood : Texts.ReportFitBad, Format.Percent(rule.Rule.Precision ?? 0), Format.Percent(rule.Rule.Recall ?? 0));

    private static string Nearest(ProgrammeReport report)
        => report.Words.Needs is [var need, ..] ? Format.Fill(Texts.ReportNearest, need.CustomerId, Format.Whole(need.Orders), Format.Money(need.MoneyAmount)) : Texts.ReportNobodyNear;

    private static string Tab(string view) => new ProgrammeQuery(view, null, false, 1).ToAddress();
}
