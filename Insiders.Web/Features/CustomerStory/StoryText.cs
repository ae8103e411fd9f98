using System.Globalization;
using Insiders.Core.Application.Runs;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Rfm;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Sentences about a customer.</summary>
public static class StoryText
{
    // Recency scores, from 1 to 5, that mean recently and long ago.
    private const int RecentFrom = 4;
    private const int OldUpTo = 2;

    /// <summary>Why a customer is in its segment: what they have in common, compared with all customers.</summary>
    public static string Why(StoryViewModel story)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (story.Segment is not { } segment)
        {
            return Texts.StoryWhyNoise;
        }

        var name = Format.NameOf(segment.Segment.Name);
        return story.Differences.IsEmpty ? Format.Fill(Texts.StoryWhyNothing, name) : Format.Fill(Texts.StoryWhy, name, List([.. story.Differences.Select(Words)]));
    }

    /// <summary>Why RFM and the segment seem to say opposite things about a customer; null when they do not.</summary>
    public static string? Disagreement(StoryViewModel story)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (story is not { Segment.Segment.Name: var name, Stage: { } stage } || SegmentNaming.ClaimOf(name) is not { } claim)
        {
            return null;
        }

        var isRecent = story.Rfm.Recency[story.Row] >= RecentFrom;
        var isOld = story.Rfm.Recency[story.Row] <= OldUpTo;
        return (isRecent && claim != MemberClaims.Active) || (isOld && claim == MemberClaims.Active)
            ? Format.Fill(Texts.StoryRfmDisagrees, SegmentText.In(story.Rfm.RegionOf(story.Row).Name), Format.NameOf(name), SegmentText.NameOf(stage.Stage))
            : null;
    }

    /// <summary>A share as a whole percentile: 97.</summary>
    public static string Percentile(double share) => Format.Whole(Math.Floor(share * 100));

    /// <summary>The cut points of the RFM scores: fifths, or those that were set.</summary>
    public static string Cuts(RfmCuts cuts, RfmCuts fifths)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentNullException.ThrowIfNull(fifths);
        string[] changed = [.. RfmText.Changed(cuts, fifths)];
        return changed.Length == 0 ? Texts.StoryCutsFifths : Format.Fill(Texts.StoryCutsSet, string.Join("; ", changed));
    }

    /// <summary>A customer's segment in a run.</summary>
    public static string SegmentOf(CustomerMembership membership)
    {
        ArgumentNullException.ThrowIfNull(membership);
        return membership.Segment is { } segment ? Format.NameOf(segment.Segment.Name) : membership.IsKnown ? Texts.CustomersNoise : Texts.StoryNotInRun;
    }

    private static string Words(SharedDifference difference) => Format.Fill(
        difference.IsAbove ? Texts.StoryWhyAbove : Texts.StoryWhyBelow,
        Lower(FeatureText.NameOf(difference.Feature)),
        FeatureText.Own(difference.Feature, difference.Value),
        Mean(difference));

    private static string Mean(SharedDifference difference)
        => CustomerTable.UnitOf(difference.Feature) == Insiders.Core.Features.FeatureUnit.Count ? Format.One(difference.BaseMean) : FeatureText.Value(difference.Feature, difference.BaseMean);

    private static string Lower(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..] : name;

    private static string List(string[] parts)
        => parts.Length == 1 ? parts[0] : Format.Fill(Texts.StoryAnd, string.Join("; ", parts[..^1]), parts[^1]);
}
