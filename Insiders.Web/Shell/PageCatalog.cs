using Insiders.Web.Resources;
using MudBlazor;

namespace Insiders.Web.Shell;

/// <summary>Every page with a place in the navigation: menu, titles and tests read this list.</summary>
public static class PageCatalog
{
    /// <summary>The pages, in menu order.</summary>
    public static IReadOnlyList<PageEntry> All { get; } =
    [
        new("/", () => Texts.PageOverview, Icons.Material.Outlined.SpaceDashboard, PageRole.Viewer),
    ];

    /// <summary>The page an address belongs to: the longest entry that it starts with; null when there is none.</summary>
    public static PageEntry? Find(string path) => All
        .Where(page => path == page.Address || (page.Address != "/" && path.StartsWith(page.Address + "/", StringComparison.Ordinal)))
        .MaxBy(page => page.Address.Length);
}
