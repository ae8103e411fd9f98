using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Explore;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/explore", () => Texts.PageExplore, Icons.Material.Outlined.BubbleChart, Role.Viewer, ShowsResult: true),
        ],
        Exports =
        [
            new("picked", Role.Viewer, ExploreExports.PickedAsync) { HasMoreColumns = true },
            new("picked-differences", Role.Viewer, ExploreExports.DifferencesAsync),
        ],
        MapEndpoints = endpoints => endpoints.MapExplore(),
    };
}
