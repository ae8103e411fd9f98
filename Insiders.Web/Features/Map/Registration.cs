using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Map;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/map", () => Texts.PageMap, Icons.Material.Outlined.Public, Role.Viewer, ShowsResult: true),
        ],
        Exports =
        [
            new("countries", Role.Viewer, MapExports.CountriesAsync) { HasMoreColumns = true },
            new("continents", Role.Viewer, MapExports.ContinentsAsync),
        ],
        Searches = [CountrySearch.FindAsync],
    };
}
