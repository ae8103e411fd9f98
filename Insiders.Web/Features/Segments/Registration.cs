using System.Collections.Immutable;
using Insiders.Web.Account;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Segments;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("segment-comparison", Policies.View, SegmentExports.ComparisonAsync),
        new("segment-differences", Policies.View, SegmentExports.DifferencesAsync),
        new("segment-products", Policies.View, SegmentExports.ProductsAsync),
        new("segment-lifts", Policies.View, SegmentExports.LiftsAsync),
        new("segment-countries", Policies.View, SegmentExports.CountriesAsync),
        new("segment-members", Policies.View, SegmentExports.MembersAsync) { HasMoreColumns = true },
        new("segment-edits", Policies.Analyse, SegmentExports.EditsAsync),
        new("rfm-regions", Policies.View, SegmentExports.RfmRegionsAsync),
        new("rfm-cells", Policies.View, SegmentExports.RfmCellsAsync),
        new("rfm-cross", Policies.View, SegmentExports.RfmCrossAsync),
    ];
}
