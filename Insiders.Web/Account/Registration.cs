using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Account;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/settings/people", () => Texts.PeopleTitle, Icons.Material.Outlined.Group, Role.Admin),
            new("/settings/audit", () => Texts.AuditTitle, Icons.Material.Outlined.FactCheck, Role.Admin),
        ],
        Exports =
        [
            new("audit", Role.Admin, AccountExports.AuditAsync),
            new("people", Role.Admin, AccountExports.PeopleAsync),
        ],
        MapEndpoints = endpoints => endpoints.MapAccount(),
    };
}
