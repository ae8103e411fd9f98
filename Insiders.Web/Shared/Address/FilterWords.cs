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
        return $"{FeatureWords.NameOf(range.Feature)} {BoundsOf(range)}".TrimEnd();
    }

    /// <summary>The bounds alone: 0 – 30, ≥ 1,000.</summary>
    public static string BoundsOf(FeatureRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return range switch
        {
            { From: { } from, To: { } to } => $"{Number(range, from)} – {Number(range, to)}",
            { From: { } from } => $"≥ {Number(range, from)}",
            { To: { } to } => $"≤ {Number(range, to)}",
            _ => "",
        };
    }

    private static string Number(FeatureRange range, double value)
        => value.ToString(CustomerBase.UnitOf(range.Feature) == FeatureUnit.Share ? "#,0.## %" : "#,0.####", CultureInfo.CurrentCulture);
}
