using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using Insiders.Web.Features.Overview.Week;
using MudBlazor;

namespace Insiders.Web.Features.Overview;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/", () => Texts.PageOverview, Icons.Material.Outlined.SpaceDashboard, Role.Viewer, ShowsResult: true),
        ],
        Exports =
        [
            new("overview", Role.Viewer, OverviewExports.SegmentsAsync),
            new("work-list", Role.Viewer, WorkExports.ItemsAsync),
            new("overview-period", Role.Viewer, PeriodExports.SegmentsAsync),
            new("overview-countries", Role.Viewer, PeriodExports.CountriesAsync),
            new("overview-products", Role.Viewer, PeriodExports.ProductsAsync),
        ],
        AddServices = services => services.AddSingleton<OverviewLoader>(),
    };
}
