using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Analysis;
using Insiders.Core.Storage;
using Insiders.Web.Shared;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Sentences of a customer's story.</summary>
public static class StoryWords
{
    /// <summary>Why a customer is in its segment, as likeness: what it shares with it against everybody.</summary>
    public static string Why(StoryView story)
    {
        ArgumentNullException.ThrowIfNull(story);
        if (story.Segment is not { } segment)
        {
            return Texts.StoryWhyNoise;
        }

        var name = Figures.NameOf(segment.Segment.Name);
        return story.Differences.IsEmpty ? Figures.Fill(Texts.StoryWhyNothing, name) : Figures.Fill(Texts.StoryWhy, name, List([.. story.Differences.Select(Words)]));
    }

    /// <summary>A share as a whole percentile: 97.</summary>
    public static string Percentile(double share) => Figures.Whole(Math.Floor(share * 100));

    /// <summary>By which cut points the RFM scores are: those of fifths, or the rows that somebody set.</summary>
    public static string Cuts(RfmCuts cuts, RfmCuts fifths)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentNullException.ThrowIfNull(fifths);
        (string Name, string Feature, ImmutableArray<double> Set, ImmutableArray<double> Standard)[] rows =
            [(Texts.RfmRecency, RfmScores.RecencyFeature, cuts.Recency, fifths.Recency), (Texts.RfmFrequency, RfmScores.FrequencyFeature, cuts.Frequency, fifths.Frequency), (Texts.RfmMonetary, RfmScores.MonetaryFeature, cuts.Monetary, fifths.Monetary)];
        string[] changed = [.. rows.Where(row => !row.Set.SequenceEqual(row.Standard)).Select(row => $"{row.Name} {string.Join(" | ", row.Set.Select(bound => FeatureWords.Bound(row.Feature, bound)))}")];
        return changed.Length == 0 ? Texts.StoryCutsFifths : Figures.Fill(Texts.StoryCutsSet, string.Join("; ", changed));
    }

    /// <summary>Where a customer was in a run.</summary>
    public static string SegmentOf(CustomerMembership membership)
    {
        ArgumentNullException.ThrowIfNull(membership);
        return membership.Segment is { } segment ? Figures.NameOf(segment.Segment.Name) : membership.IsKnown ? Texts.CustomersNoise : Texts.StoryNotInRun;
    }

    private static string Words(SharedDifference difference) => Figures.Fill(
        difference.IsAbove ? Texts.StoryWhyAbove : Texts.StoryWhyBelow,
        Lower(FeatureWords.NameOf(difference.Feature)),
        FeatureWords.Own(difference.Feature, difference.Value),
        Mean(difference));

    private static string Mean(SharedDifference difference)
        => CustomerBase.UnitOf(difference.Feature) == Insiders.Core.Features.FeatureUnit.Count ? Figures.One(difference.BaseMean) : FeatureWords.Value(difference.Feature, difference.BaseMean);

    private static string Lower(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..] : name;

    private static string List(string[] parts)
        => parts.Length == 1 ? parts[0] : Figures.Fill(Texts.StoryAnd, string.Join("; ", parts[..^1]), parts[^1]);
}
