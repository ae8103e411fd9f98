using System.Globalization;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Web.Localization;

/// <summary>Texts about segments, stages and their members, with the numbers that support them.</summary>
public static class SegmentText
{
    /// <summary>A text in the reader's language.</summary>
    public static string In(LocalText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt" ? text.Portuguese : text.English;
    }

    /// <summary>What a segment spends and what most of its members do: … ; 34 of 36 still buy (94%).</summary>
    public static string Character(SegmentPortrait portrait)
    {
        ArgumentNullException.ThrowIfNull(portrait);
        var spend = In(portrait.Region.Spend);
        return portrait switch
        {
            { Members: null } => $"{spend}.",
            { Activity: { } claim, Members: { } members } => $"{spend}; {Claim(claim, members)}.",
            { Members: { } members } => $"{spend}; {Mix(members)}.",
        };
    }

    /// <summary>A claim with the number of members it is true of: 34 of 36 still buy (94%).</summary>
    public static string Claim(MemberClaim claim, MemberCounts members)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(members);
        return Format.Fill(Texts.ClaimHolds, Format.Whole(claim.Count(members)), Format.Whole(members.Customers), In(claim.Text), WholePercent(claim.ShareOf(members)));
    }

    /// <summary>Whom a plan is for and how many they are; null when it makes no claim.</summary>
    public static string? PlanFor(SegmentPortrait portrait)
    {
        ArgumentNullException.ThrowIfNull(portrait);
        return portrait is { Plan.Claim: { } claim, Members: { } members }
            ? Format.Fill(Texts.PlanFor, In(claim.Text), Format.Whole(claim.Count(members)), Format.Whole(members.Customers), WholePercent(claim.ShareOf(members)))
            : null;
    }

    /// <summary>Why a segment has a name that is true of too few members, and how many it is true of; null when the name is true.</summary>
    public static string? Doubt(SegmentName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Doubt is { } doubt
            ? Format.Fill(Texts.NameDoubtText, Format.Whole(doubt.Holds), Format.Whole(doubt.Customers), In(doubt.Claim.Text), WholePercent(doubt.Share))
            : null;
    }

    /// <summary>A short form of that qualification: 26% lost.</summary>
    public static string DoubtMark(NameDoubt doubt)
    {
        ArgumentNullException.ThrowIfNull(doubt);
        return $"{WholePercent(doubt.Share)} {In(doubt.Claim.Word)}";
    }

    /// <summary>The display name of a stage.</summary>
    public static string NameOf(CustomerStage stage) => stage switch
    {
        CustomerStage.New => Texts.StageNew,
        CustomerStage.Active => Texts.StageActive,
        CustomerStage.Slipping => Texts.StageSlipping,
        CustomerStage.Dormant => Texts.StageDormant,
        _ => Texts.StageLost,
    };

    /// <summary>Explains a customer's stage and the rule behind it.</summary>
    public static string Why(StageReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var silent = Format.Days(reading.SilentDays);
        return reading switch
        {
            { Stage: CustomerStage.New } => Format.Fill(Texts.StageWhyNew, Format.Days(reading.KnownDays), silent),
            { UsualGapDays: { } usual } => Format.Fill(Texts.StageWhyOwn, silent, Format.Days(usual), BoundsOf(reading)),
            _ => Format.Fill(Texts.StageWhyShop, silent, BoundsOf(reading)),
        };
    }

    private static string Mix(MemberCounts members) => Format.Fill(
        Texts.ClaimMixed, Format.Whole(members.New + members.Active), Format.Whole(members.Slipping), Format.Whole(members.Dormant + members.Lost));

    private static string BoundsOf(StageReading reading) => Format.Fill(
        Texts.StageBounds, Format.Days(Math.Floor(reading.Bounds.Slipping)), Format.Days(Math.Floor(reading.Bounds.Dormant)), Format.Days(Math.Floor(reading.Bounds.Lost)));

    private static string WholePercent(double share) => share.ToString("P0", CultureInfo.CurrentCulture);
}
