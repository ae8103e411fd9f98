using Insiders.Core.Analysis;
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

    private static string Words(SharedDifference difference) => Figures.Fill(
        difference.IsAbove ? Texts.StoryWhyAbove : Texts.StoryWhyBelow,
        Lower(FeatureWords.NameOf(difference.Feature)),
        FeatureWords.Value(difference.Feature, difference.Value),
        Mean(difference));

    private static string Mean(SharedDifference difference)
        => CustomerBase.UnitOf(difference.Feature) == Insiders.Core.Features.FeatureUnit.Count ? Figures.One(difference.BaseMean) : FeatureWords.Value(difference.Feature, difference.BaseMean);

    private static string Lower(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLower(name[0], System.Globalization.CultureInfo.CurrentCulture) + name[1..] : name;

    private static string List(string[] parts)
        => parts.Length == 1 ? parts[0] : Figures.Fill(Texts.StoryAnd, string.Join("; ", parts[..^1]), parts[^1]);
}
