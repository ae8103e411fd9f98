using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Settings;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/settings", () => Texts.PageSettings, Icons.Material.Outlined.Settings, Role.Admin),
        ],
        AddServices = services => services.AddSingleton<CleaningPreview>().AddSingleton<RerunStatusLoader>(),
        MapEndpoints = endpoints => endpoints.MapBackup(),
        Searches = [SettingsSearch.FindAsync],
    };
}
