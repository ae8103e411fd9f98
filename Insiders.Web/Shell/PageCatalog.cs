using Insiders.Web.Components;

namespace Insiders.Web.Shell;

/// <summary>Every page in the navigation; menu, titles and tests read this list.</summary>
public static class PageCatalog
{
    /// <summary>The pages, in menu order.</summary>
    public static IReadOnlyList<PageEntry> All { get; } = [.. ModuleCatalog.All.SelectMany(module => module.Pages)];

    /// <summary>The entry whose page, or a page below it, has the given address; null for none.</summary>
    /// <param name="path">The path of the address, such as <c>/segments/3</c>.</param>
    public static PageEntry? Find(string path)
        => All.Where(entry => path == entry.Address || (entry.Address != "/" && path.StartsWith(entry.Address + "/", StringComparison.Ordinal))).MaxBy(entry => entry.Address.Length);
}
