using Insiders.Core.Application.Access;
using Insiders.Web.Components;
using MudBlazor;

namespace Insiders.Web.Features.Glossary;

/// <summary>What this feature hands to the site.</summary>
public static class Registration
{
    /// <summary>Its pages, tables, services and endpoints.</summary>
    public static SiteModule Module { get; } = new()
    {
        Pages =
        [
            new("/glossary", () => Texts.GlossaryTitle, Icons.Material.Outlined.MenuBook, Role.Viewer),
        ],
        Searches = [TermSearch.FindAsync],
    };
}
