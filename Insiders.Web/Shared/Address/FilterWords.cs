using Insiders.Core.Storage;

namespace Insiders.Web.Shared.Address;

/// <summary>Conditions of a filter in words.</summary>
public static class FilterWords
{
    /// <summary>A range of a feature: Recency (days) 0 – 30, Revenue ≥ 1,000.</summary>
    public static string Of(FeatureRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return range switch
        {
            { From: { } from, To: { } to } => $"{FeatureWords.NameOf(range.Feature)} {FeatureWords.Bound(range.Feature, from)} – {FeatureWords.Bound(range.Feature, to)}",
            { From: { } from } => $"{FeatureWords.NameOf(range.Feature)} ≥ {FeatureWords.Bound(range.Feature, from)}",
            { To: { } to } => $"{FeatureWords.NameOf(range.Feature)} ≤ {FeatureWords.Bound(range.Feature, to)}",
            _ => FeatureWords.NameOf(range.Feature),
        };
    }
}
