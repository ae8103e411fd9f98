using System.Globalization;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Customers;
using Insiders.Core.Programmes;

namespace Insiders.Web.Localization;

/// <summary>The programme in words.</summary>
public static class ProgrammeText
{
    /// <summary>A condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="customers">The customers of the published run, for the names of segments.</param>
    public static string Of(Condition condition, CustomerTable customers) => condition switch
    {
        MeasureCondition { From: { } from, To: { } to } measure => Format.Fill(Texts.ProgrammeBetween, FeatureText.NameOf(measure.Measure), FeatureText.Bound(measure.Measure, from), FeatureText.Bound(measure.Measure, to)),
        MeasureCondition { To: { } to } measure => Format.Fill(Texts.ProgrammeAtMost, FeatureText.NameOf(measure.Measure), FeatureText.Bound(measure.Measure, to)),
        MeasureCondition measure => Format.Fill(Texts.ProgrammeAtLeast, FeatureText.NameOf(measure.Measure), FeatureText.Bound(measure.Measure, measure.From ?? 0)),
        SegmentCondition segment => Format.Fill(Texts.ProgrammeOfSegment, SegmentOf(segment.SegmentId, customers)),
        ProbabilityCondition probability => Format.Fill(Texts.ProgrammeProbable, SegmentOf(probability.SegmentId, customers), Format.Percent(probability.AtLeast)),
        StageCondition stage => Format.Fill(Texts.ProgrammeStage, SegmentText.NameOf(stage.NoLaterThan)),
        ListCondition list => Format.Fill(Texts.ProgrammeOnList, list.Name),
        _ => "",
    };

    /// <summary>A condition with the figure of a customer.</summary>
    /// <param name="reading">The condition and what the customer had.</param>
    /// <param name="customers">The customers of the published run.</param>
    public static string Of(ConditionReading reading, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(customers);
        var value = (reading.Condition, reading.Value) switch
        {
            (MeasureCondition measure, { } figure) => FeatureText.Own(measure.Measure, figure),
            (ProbabilityCondition, { } share) => Format.Percent(share),
            (StageCondition, { } stage) => SegmentText.NameOf((Core.Segments.Stages.CustomerStage)(int)stage),
            (SegmentCondition, { } id) when !reading.IsMet => SegmentOf((long)id, customers),
            _ => null,
        };
        var condition = Of(reading.Condition, customers);
        return (value, reading.IsMet) switch
        {
            (null, true) => condition,
            (null, false) => Format.Fill(Texts.ProgrammeNotMet, condition),
            (_, true) => Format.Fill(Texts.ProgrammeWithFigure, condition, value),
            _ => Format.Fill(Texts.ProgrammeNotMetFigure, condition, value),
        };
    }

    /// <summary>What happened.</summary>
    public static string NameOf(EventKind kind) => kind switch
    {
        EventKind.Joined => Texts.ProgrammeJoined,
        EventKind.MovedUp => Texts.ProgrammeMovedUp,
        EventKind.MovedDown => Texts.ProgrammeMovedDown,
        EventKind.Warned => Texts.ProgrammeWarned,
        EventKind.KeptByGrace => Texts.ProgrammeKeptByGrace,
        EventKind.Recovered => Texts.ProgrammeRecovered,
        EventKind.KeptByHand => Texts.ProgrammeKeptByHand,
        EventKind.KeptByConditions => Texts.ProgrammeKeptByConditions,
        _ => Texts.ProgrammeLeft,
    };

    /// <summary>Why it happened.</summary>
    public static string NameOf(EventReason reason) => reason switch
    {
        EventReason.MeetsConditions => Texts.ProgrammeMeets,
        EventReason.FallsShort => Texts.ProgrammeFallsShort,
        EventReason.Returned => Texts.ProgrammeReturned,
        EventReason.IncludedByHand => Texts.ProgrammeIncluded,
        EventReason.ExcludedByHand => Texts.ProgrammeExcluded,
        EventReason.InclusionEnded => Texts.ProgrammeInclusionEnded,
        EventReason.NoLongerCustomer => Texts.ProgrammeGone,
        _ => Texts.ProgrammeTierRemoved,
    };

    /// <summary>What brought a review about.</summary>
    public static string NameOf(ReviewCause cause) => cause switch
    {
        ReviewCause.Publication => Texts.ProgrammeCausePublication,
        ReviewCause.ChangesOnly => Texts.ProgrammeCauseChanges,
        ReviewCause.PolicyChange => Texts.ProgrammeCausePolicy,
        ReviewCause.ByHand => Texts.ProgrammeCauseByHand,
        _ => Texts.ProgrammeCauseAsked,
    };

    /// <summary>How often members are reviewed.</summary>
    public static string NameOf(ReviewRhythm rhythm) => rhythm switch
    {
        ReviewRhythm.EachRun => Texts.ProgrammeEachRun,
        ReviewRhythm.Monthly => Texts.ProgrammeMonthly,
        ReviewRhythm.Quarterly => Texts.ProgrammeQuarterly,
        _ => Texts.ProgrammeYearly,
    };

    /// <summary>What periods are counted from.</summary>
    public static string NameOf(ExpiryAnchor anchor) => anchor switch
    {
        ExpiryAnchor.TierStart => Texts.ProgrammeTierStart,
        ExpiryAnchor.JoinDate => Texts.ProgrammeJoinDate,
        _ => Texts.ProgrammeFixedDay,
    };

    /// <summary>What happens to whoever falls short.</summary>
    public static string NameOf(FallingShort falling) => falling switch
    {
        FallingShort.AtOnce => Texts.ProgrammeAtOnce,
        FallingShort.OneTierDown => Texts.ProgrammeOneTierDown,
        FallingShort.ToBase => Texts.ProgrammeToBase,
        _ => Texts.ProgrammeAsEligible,
    };

    /// <summary>How close a member is to losing the tier.</summary>
    /// <param name="member">The member.</param>
    /// <param name="margin">The condition with the least room; null where there is none.</param>
    public static string CloseTo(Member member, MemberMargin? margin)
    {
        ArgumentNullException.ThrowIfNull(member);
        return member.Membership switch
        {
            { IsByHand: true } => Texts.ProgrammeByHandKeeps,
            { LeavesOn: { } day } => Format.Fill(Texts.ProgrammeLeavesUnless, Format.Day(day)),
            _ when margin is null => Texts.ProgrammeNoMargin,
            _ => Format.Fill(
                margin.AtLeast ? Texts.ProgrammeRoomAbove : Texts.ProgrammeRoomBelow, FeatureText.NameOf(margin.Measure), Math.Abs(margin.RoomShare).ToString(Math.Abs(margin.RoomShare) < 0.1 ? "P1" : "P0", CultureInfo.CurrentCulture), FeatureText.Bound(margin.Measure, margin.Threshold)),
        };
    }

    /// <summary>A criterion of high value.</summary>
    public static string NameOf(HighValueCriterion criterion) => criterion?.Key switch
    {
        "ticket" => Texts.ProgrammeHighTicket,
        "value" => Texts.ProgrammeHighLifetime,
        "basket" => Texts.ProgrammeHighBasket,
        "variety" => Texts.ProgrammeHighVariety,
        "propensity" => Texts.ProgrammeHighPropensity,
        "recency" => Texts.ProgrammeLowRecency,
        "churn" => Texts.ProgrammeLowChurn,
        _ => Texts.ProgrammeLowReturns,
    };

    /// <summary>The name of a segment of the published run, or of its top one; its number where the run does not have it.</summary>
    /// <param name="segmentId">The segment; null for the top one.</param>
    /// <param name="customers">The customers of the published run.</param>
    public static string SegmentOf(long? segmentId, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return segmentId is not { } id ? customers.Segments is [var top, ..] ? Format.Fill(Texts.ProgrammeTopSegmentNamed, Format.BareNameOf(top.Segment.Name)) : Texts.ProgrammeTopSegment
            : customers.FindSegment(id) is { } segment ? Format.BareNameOf(segment.Segment.Name) : Format.Fill(Texts.ProgrammeSegmentGone, id);
    }
}
