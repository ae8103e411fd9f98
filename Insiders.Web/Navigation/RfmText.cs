using System.Collections.Immutable;
using Insiders.Core.Customers.Rfm;

namespace Insiders.Web.Navigation;

/// <summary>Words the cut points of the RFM scores.</summary>
public static class RfmText
{
    /// <summary>The cut points that were set, score by score: <c>R 14 | 33 | 72 | 180</c>; empty when all are fifths.</summary>
    public static IEnumerable<string> Changed(RfmCuts cuts, RfmCuts fifths)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        ArgumentNullException.ThrowIfNull(fifths);
        (string Name, string Feature, ImmutableArray<double> Set, ImmutableArray<double> Standard)[] rows =
        [
            (Texts.RfmRecency, RfmScores.RecencyFeature, cuts.Recency, fifths.Recency), (Texts.RfmFrequency, RfmScores.FrequencyFeature, cuts.Frequency, fifths.Frequency),
            (Texts.RfmMonetary, RfmScores.MonetaryFeature, cuts.Monetary, fifths.Monetary),
        ];
        return rows.Where(row => !row.Set.SequenceEqual(row.Standard)).Select(row => $"{row.Name} {string.Join(" | ", row.Set.Select(bound => FeatureText.Bound(row.Feature, bound)))}");
    }
}
