using Insiders.Core.Customers;

namespace Insiders.Web.Navigation;

/// <summary>Words the conditions of a filter.</summary>
public static class FilterText
{
    /// <summary>The text of every condition of a filter, each with the filter without that condition; used for chips and for the names of exported files.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="customers">The customers, for the names of segments.</param>
    public static IEnumerable<(string Text, CustomerFilter Without)> Of(CustomerFilter filter, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(customers);
        return
        [
            .. filter.Among is { } among ? new[] { (among.IsMembers ? Texts.FilterMembers : among.Name.Length > 0 ? Format.Fill(Texts.ExploreAudienceTitle, among.Name) : Texts.FilterUnknownAudience, filter with { Among = null }) } : [],
            .. filter.SegmentIds.Select(id => (customers.FindSegment(id) is { } segment ? Format.NameOf(segment.Segment.Name) : Texts.FilterUnknownSegment, filter.Toggle(id))),
            .. filter.Stages.Select(stage => (SegmentText.NameOf(stage), filter.Toggle(stage))),
            .. filter.Countries.Select(country => (CountryText.NameOf(country), filter.Toggle(country))),
            .. filter.Month is { } month ? new[] { (Format.Fill(Texts.FilterMonth, Format.Month(month)), filter.Toggle(month)) } : [],
            .. filter.Ranges.Select(range => (Of(range), filter with { Ranges = filter.Ranges.Remove(range) })),
            .. filter.Text.Length > 0 ? new[] { ($"“{filter.Text}”", filter with { Text = "" }) } : [],
        ];
    }

    /// <summary>A range of a feature: Recency (days) 0 – 30, Revenue ≥ 1,000.</summary>
    public static string Of(FeatureRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return $"{FeatureText.NameOf(range.Feature)} {BoundsOf(range)}".TrimEnd();
    }

    /// <summary>Only the bounds: 0 – 30, ≥ 1,000.</summary>
    public static string BoundsOf(FeatureRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        if (FeatureText.IsFrequency(range.Feature))
        {
            return BoundsInDays(Days(range.To), Days(range.From));
        }

        return range switch
        {
            { From: { } from, To: { } to } => $"{FeatureText.Bound(range.Feature, from)} – {FeatureText.Bound(range.Feature, to)}",
            { From: { } from } => $"≥ {FeatureText.Bound(range.Feature, from)}",
            { To: { } to } => $"≤ {FeatureText.Bound(range.Feature, to)}",
            _ => "",
        };
    }

    // A high frequency means few days, so the bounds are swapped.
    private static string BoundsInDays(string? least, string? most) => (least, most) switch
    {
        ({ }, { }) => $"{least} – {most}",
        ({ }, null) => $"≥ {least}",
        (null, { }) => $"≤ {most}",
        _ => "",
    };

    private static string? Days(double? frequency) => frequency is { } often and > 0 ? Format.Days(1 / often) : null;
}
