using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Audiences;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages and tables.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/audiences", () => Texts.ExploreAudiences, Icons.Material.Outlined.Groups, Role.Viewer, ShowsResult: true),
        ],
        Exports =
        [
            new("audience", Role.Viewer, AudienceExports.MembersAsync) { HasMoreColumns = true },
            new("audiences", Role.Viewer, AudienceExports.AudiencesAsync),
            new("audience-changes", Role.Viewer, AudienceExports.ChangesAsync),
        ],
        Searches = [AudienceSearch.FindAsync],
    };
}
