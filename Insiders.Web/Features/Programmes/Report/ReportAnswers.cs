using System.Collections.Immutable;
using Insiders.Core.Application.Programmes.Report;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Programmes;
using Insiders.Core.Segments.Stages;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>Words the nine questions; <see cref="FurtherAnswers"/> those that follow from them.</summary>
public static class ReportAnswers
{
    /// <summary>The nine questions about the programme.</summary>
    public static ImmutableArray<ReportAnswer> Nine(ProgrammeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [Who(report), HowMany(report), Alike(report), Share(report), Expected(report), Enter(report), Leave(report), Better(report), Raise(report)];
    }

    /// <summary>All answers.</summary>
    public static ImmutableArray<ReportAnswer> All(ProgrammeReport report) => [.. Nine(report), .. FurtherAnswers.Of(report)];

    /// <summary>Who is nearest to entering.</summary>
    internal static ReportSentence Nearest(ProgrammeReport report)
        => report.Words.Needs is [var need, ..] ? new(Format.Fill(Texts.ReportNearest, need.CustomerId, Format.Whole(need.Orders), Format.Money(need.MoneyAmount)), Links.Customer(need.CustomerId)) : new(Texts.ReportNobodyNear);

    /// <summary>The address of a view of the programme's page.</summary>
    internal static string Tab(string view) => new ProgrammeQuery(view, null, false, 1).ToAddress();

    private static ReportAnswer Who(ProgrammeReport report)
    {
        var (programme, customers) = (report.Snapshot.Stored.Programme, report.Snapshot.Run.Customers);
        return new(1, Texts.ReportQ1,
            [.. programme.Tiers.Select(tier => new ReportSentence(Format.Fill(Texts.ReportTier, tier.Name, string.Join("; ", tier.Conditions.Select(condition => ProgrammeText.Of(condition, customers))))))],
            Texts.ReportD1, Tab(ProgrammeQuery.Policy));
    }

    private static ReportAnswer HowMany(ProgrammeReport report)
        => report.Members is null ? ReportAnswer.Open(2, Texts.ReportQ2, Texts.ReportNoMembers, Texts.ReportD2)
            : new(2, Texts.ReportQ2,
                [new(Format.Fill(Texts.ReportA2, Format.Whole(report.Snapshot.Worth.Customers), Format.Percent(report.Snapshot.Worth.CustomerShare), Format.Whole(report.Snapshot.Run.Customers.Count)), ReportLinks.Members())],
                Texts.ReportD2, Tab(ProgrammeQuery.Members))
            {
                Bars = [.. report.Segments.OrderByDescending(part => part.Customers).Select(part => new ReportBar(
                    Format.NameOf(part.Segment.Segment.Name), part.Customers, Format.Whole(part.Customers), ReportLinks.Members(new() { SegmentIds = [part.Segment.SegmentId] })))],
            };

    private static ReportAnswer Alike(ProgrammeReport report)
    {
        if (report.MedianRevenueAmount is not { } median || report.Differences.IsEmpty)
        {
            return ReportAnswer.Open(3, Texts.ReportQ3, report.Members is null ? Texts.ReportNoMembers : Texts.ReportEverybody, Texts.ReportD3);
        }

        var times = report.BaseMedianRevenueAmount > 0 ? Format.Fill(Texts.ReportTimes, Format.One(median / report.BaseMedianRevenueAmount)) : Texts.ReportNoTimes;
        return new(3, Texts.ReportQ3,
            [
                new(Format.Fill(Texts.ReportA3, Format.Money(median), Format.Money(report.BaseMedianRevenueAmount), times), ReportLinks.Members()),
                .. report.Differences.Select(difference => new ReportSentence(Format.Fill(Texts.ReportDiffers, FeatureText.NameOf(difference.Feature), CellText.Of(difference.Feature, difference.Mean), CellText.Of(difference.Feature, difference.BaseMean)))),
            ],
            Texts.ReportD3, null);
    }

    private static ReportAnswer Share(ProgrammeReport report)
    {
        var worth = report.Snapshot.Worth;
        return report.Members is null ? ReportAnswer.Open(4, Texts.ReportQ4, Texts.ReportNoMembers, Texts.ReportD4)
            : new(4, Texts.ReportQ4,
                [
                    new(Format.Fill(Texts.ReportA4, Format.Percent(worth.RevenueShare), Format.Money(worth.RevenueAmount)), ReportLinks.Members()),
                    new(Format.Fill(Texts.ReportAlone, Format.Whole(worth.Customers), Format.Percent(worth.TopRevenueShare), Format.Money(worth.TopRevenueAmount), Format.Whole(worth.AlsoTop)), ReportLinks.Top(report)),
                ],
                Texts.ReportD4, null)
            {
                Bars =
                [
                    new(Texts.ProgrammeMembers, worth.RevenueShare, Format.Fill(Texts.ReportOfRevenue, Format.Percent(worth.RevenueShare)), ReportLinks.Members()),
                    new(Texts.ReportByRevenue, worth.TopRevenueShare, Format.Fill(Texts.ReportOfRevenue, Format.Percent(worth.TopRevenueShare)), ReportLinks.Top(report)),
                ],
            };
    }

    private static ReportAnswer Expected(ProgrammeReport report)
        => report.ExpectedRevenueAmount is { } amount
            ? new(5, Texts.ReportQ5, [new(Format.Fill(Texts.ReportA5, Format.Money(amount), ProgrammeReport.AheadDays), ReportLinks.Members())], Texts.ReportD5, "/value")
            : ReportAnswer.Open(5, Texts.ReportQ5, Texts.ReportNoOutlook, Texts.ReportD5, "/value");

    private static ReportAnswer Enter(ProgrammeReport report)
        => report.Words.Rules.Entry is { Rule.Conditions.IsEmpty: false } entry
            ? new(6, Texts.ReportQ6,
                [
                    new(Conditions(entry), ReportLinks.Met(entry, report.Snapshot.Run.Customers)),
                    new(Format.Fill(entry.IsGood ? Texts.ReportFitGood : Texts.ReportFitBad, Format.Percent(entry.Rule.Precision ?? 0), Format.Percent(entry.Rule.Recall ?? 0))),
                    Nearest(report),
                ],
                Texts.ReportD6, Tab(ProgrammeQuery.Conditions))
            : ReportAnswer.Open(6, Texts.ReportQ6, Texts.ReportNoRule, Texts.ReportD6);

    private static ReportAnswer Leave(ProgrammeReport report)
        => report.Words.Rules.Exit is { Rule.Conditions.IsEmpty: false } exit
            ? new(7, Texts.ReportQ7, [new(Conditions(exit)), new(Format.Fill(Texts.ReportFitExit, Format.Percent(exit.Rule.Precision ?? 0), Format.Percent(exit.Rule.Recall ?? 0)))], Texts.ReportD7, Tab(ProgrammeQuery.Conditions))
            : ReportAnswer.Open(7, Texts.ReportQ7, Texts.ReportNoRule, Texts.ReportD7);

    private static ReportAnswer Better(ProgrammeReport report)
    {
        if (report.Proof is not { } proof)
        {
            return ReportAnswer.Open(8, Texts.ReportQ8, Texts.ReportNoProof, Texts.ReportD8, "/value");
        }

        return new(8, Texts.ReportQ8,
            [
                new(Format.Fill(Texts.ReportA8, Format.Whole(proof.ByExpected.Customers), Format.Day(proof.Cut), Bought(proof.ByExpected), Format.Money(Mean(proof.ByExpected)), Format.Day(proof.Last))),
                new(Format.Fill(Texts.ReportA8Alone, Bought(proof.ByRevenue), Format.Money(Mean(proof.ByRevenue)))),
                new(Format.Fill(Texts.ReportA8All, Bought(proof.Everybody), Format.Money(Mean(proof.Everybody)))),
            ],
            Texts.ReportD8, "/value")
        {
            Bars =
            [
                Bar(Texts.ReportByExpected, proof.ByExpected),
                Bar(Texts.ReportByRevenue, proof.ByRevenue),
                Bar(Texts.ValueBase, proof.Everybody),
            ],
        };

        static string Bought(ProofGroup group) => Format.Percent(group.BoughtAfter / (double)Math.Max(group.Customers, 1));
        static double Mean(ProofGroup group) => group.RevenueAfter / Math.Max(group.Customers, 1);
        static ReportBar Bar(string label, ProofGroup group) => new(label, Mean(group), Format.Money(Mean(group)));
    }

    private static ReportAnswer Raise(ProgrammeReport report)
        => report.Stages is null ? ReportAnswer.Open(9, Texts.ReportQ9, report.Members is null ? Texts.ReportNoMembers : Texts.StagesUnknown, Texts.ReportD9)
            : new(9, Texts.ReportQ9,
                [
                    report.AtRisk == 0 ? new(Texts.ReportNoneAtRisk)
                        : new(Format.Fill(Texts.ReportA9, Format.Whole(report.AtRisk), Format.Money(report.AtRiskRevenueAmount)), ReportLinks.Members(new() { Stages = [CustomerStage.Slipping, CustomerStage.Dormant] })),
                    Nearest(report),
                    new(Texts.ReportActions, "/#work"),
                ],
                Texts.ReportD9, null);

    private static string Conditions(MemberRule rule)
        => Format.Fill(Texts.ReportConditions, string.Join(Texts.ReportAnd, rule.Rule.Conditions.Select(condition => Format.Fill(condition.AtLeast ? Texts.ProgrammeAtLeast : Texts.ProgrammeBelow, FeatureText.NameOf(rule.MeasureOf(condition)), FeatureText.Bound(rule.MeasureOf(condition), condition.Threshold)))));
}
