using System.Globalization;
using Insiders.Core.Analysis;
using Insiders.Core.Features;
using Insiders.Core.Storage;

namespace Insiders.Web.Shared.Address;

/// <summary>Conditions of a filter in words.</summary>
public static class FilterWords
{
    /// <summary>A range of a feature: Recency (days) 0 – 30, Revenue ≥ 1,000.</summary>
    public static string Of(FeatureRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        if (FeatureWords.IsFrequency(range.Feature))
        {
            return OfDays(range);
        }

        return range switch
        {
            { From: { } from, To: { } to } => $"{FeatureWords.NameOf(range.Feature)} {Number(range, from)} – {Number(range, to)}",
            { From: { } from } => $"{FeatureWords.NameOf(range.Feature)} ≥ {Number(range, from)}",
            { To: { } to } => $"{FeatureWords.NameOf(range.Feature)} ≤ {Number(range, to)}",
            _ => FeatureWords.NameOf(range.Feature),
        };
    }

    // Often is few days: the bounds change places.
    private static string OfDays(FeatureRange range) => (Days(range.To), Days(range.From)) switch
    {
        ({ } least, { } most) => $"{FeatureWords.NameOf(range.Feature)} {least} – {most}",
        ({ } least, null) => $"{FeatureWords.NameOf(range.Feature)} ≥ {least}",
        (null, { } most) => $"{FeatureWords.NameOf(range.Feature)} ≤ {most}",
        _ => FeatureWords.NameOf(range.Feature),
    };

    private static string? Days(double? frequency) => frequency is { } often and > 0 ? Figures.Days(1 / often) : null;

    private static string Number(FeatureRange range, double value)
        => value.ToString(CustomerBase.UnitOf(range.Feature) == FeatureUnit.Share ? "#,0.##%" : "#,0.####", CultureInfo.CurrentCulture);
}
