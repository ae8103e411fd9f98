using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Segments;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/segments", () => Texts.SegPage, Icons.Material.Outlined.DonutSmall, Role.Viewer, ShowsResult: true),
            new("/segments/rfm", () => Texts.RfmPage, Icons.Material.Outlined.GridView, Role.Viewer, ShowsResult: true),
        ],
        Exports =
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
        ],
        AddServices = services => services.AddSingleton<SegmentLoader>(),
        Searches = [SegmentSearch.FindAsync],
    };
}
