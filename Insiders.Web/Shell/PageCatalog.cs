using Insiders.Core.Application.Access;
using MudBlazor;

namespace Insiders.Web.Shell;

/// <summary>Every page in the navigation; menu, titles and tests read this list.</summary>
public static class PageCatalog
{
    /// <summary>The pages, in menu order.</summary>
    public static IReadOnlyList<PageEntry> All { get; } =
    [
        new("/", () => Texts.PageOverview, Icons.Material.Outlined.SpaceDashboard, Role.Viewer, ShowsResult: true),
        new("/segments", () => Texts.SegPage, Icons.Material.Outlined.DonutSmall, Role.Viewer, ShowsResult: true),
        new("/segments/rfm", () => Texts.RfmPage, Icons.Material.Outlined.GridView, Role.Viewer, ShowsResult: true),
        new("/customers", () => Texts.PageCustomers, Icons.Material.Outlined.PeopleAlt, Role.Viewer, ShowsResult: true),
        new("/map", () => Texts.PageMap, Icons.Material.Outlined.Public, Role.Viewer, ShowsResult: true),
        new("/explore", () => Texts.PageExplore, Icons.Material.Outlined.BubbleChart, Role.Viewer, ShowsResult: true),
        new("/data", () => Texts.PageData, Icons.Material.Outlined.Storage, Role.Analyst),
        new("/runs", () => Texts.PageRuns, Icons.Material.Outlined.PlayCircle, Role.Analyst),
        new("/settings", () => Texts.PageSettings, Icons.Material.Outlined.Settings, Role.Admin),
        new("/settings/people", () => Texts.PeopleTitle, Icons.Material.Outlined.Group, Role.Admin),
        new("/settings/audit", () => Texts.AuditTitle, Icons.Material.Outlined.FactCheck, Role.Admin),
        new("/glossary", () => Texts.GlossaryTitle, Icons.Material.Outlined.MenuBook, Role.Viewer),
    ];

    /// <summary>The entry whose page, or a page below it, has the given address; null for none.</summary>
    /// <param name="path">The path of the address, such as <c>/segments/3</c>.</param>
    public static PageEntry? Find(string path)
        => All.Where(entry => path == entry.Address || (entry.Address != "/" && path.StartsWith(entry.Address + "/", StringComparison.Ordinal))).MaxBy(entry => entry.Address.Length);
}
