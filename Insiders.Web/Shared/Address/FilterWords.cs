using System.Globalization;
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
            { From: { } from, To: { } to } => $"{FeatureWords.NameOf(range.Feature)} {Number(from)} – {Number(to)}",
            { From: { } from } => $"{FeatureWords.NameOf(range.Feature)} ≥ {Number(from)}",
            { To: { } to } => $"{FeatureWords.NameOf(range.Feature)} ≤ {Number(to)}",
            _ => FeatureWords.NameOf(range.Feature),
        };
    }

    private static string Number(double value) => value.ToString("#,0.####", CultureInfo.CurrentCulture);
}
