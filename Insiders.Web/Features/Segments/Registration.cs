using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Web.Components.Exporting;

namespace Insiders.Web.Features.Segments;

/// <summary>What these pages hand to the site.</summary>
public static class Registration
{
    /// <summary>Their tables as files.</summary>
    public static ImmutableArray<ExportEntry> Exports { get; } =
    [
        new("segment-comparison", Role.Viewer, SegmentExports.ComparisonAsync),
        new("segment-differences", Role.Viewer, SegmentExports.DifferencesAsync),
        new("segment-products", Role.Viewer, SegmentExports.ProductsAsync),
        new("segment-lifts", Role.Viewer, SegmentExports.LiftsAsync),
        new("segment-countries", Role.Viewer, SegmentExports.CountriesAsync),
        new("segment-members", Role.Viewer, SegmentExports.MembersAsync) { HasMoreColumns = true },
        new("segment-edits", Role.Analyst, SegmentExports.EditsAsync),
        new("rfm-regions", Role.Viewer, SegmentExports.RfmRegionsAsync),
        new("rfm-cells", Role.Viewer, SegmentExports.RfmCellsAsync),
        new("rfm-cross", Role.Viewer, SegmentExports.RfmCrossAsync),
    ];
}
