using System.Collections.Immutable;
using System.Security.Claims;
using Insiders.Web.Components;

namespace Insiders.Web.Shell.Shortcuts;

/// <summary>Every keyboard shortcut; the script that listens, the dialog that lists them and the tests read this list.</summary>
public static class ShortcutCatalog
{
    private static readonly ImmutableArray<(string Keys, string Address)> s_pages =
    [
        ("g o", "/"), ("g s", "/segments"), ("g c", "/customers"), ("g m", "/map"), ("g e", "/explore"), ("g f", "/segments/rfm"), ("g b", "/programme"), ("g n", "/programme/report"), ("g u", "/audiences"), ("g v", "/value"), ("g h", "/value/holdouts"), ("g i", "/insights"),
        ("g d", "/data"), ("g r", "/runs"), ("g t", "/settings"), ("g p", "/settings/people"), ("g a", "/settings/audit"), ("g l", "/glossary"),
    ];

    /// <summary>The shortcuts to pages in the page catalogue, in its order, then the others.</summary>
    public static ImmutableArray<ShortcutEntry> All { get; } =
    [
        .. from page in PageCatalog.All
           from keys in s_pages
           where keys.Address == page.Address
           select new ShortcutEntry(keys.Keys, ShortcutAct.Go, page.Title, page.Address),
        new("/", ShortcutAct.Search, () => Texts.ShortcutSearch),
        new("t", ShortcutAct.Theme, () => Texts.ShortcutTheme),
        new("x", ShortcutAct.Follow, () => Texts.ShortcutCompare),
        new("ArrowLeft", ShortcutAct.Follow, () => Texts.ShortcutPeriodBefore),
        new("ArrowRight", ShortcutAct.Follow, () => Texts.ShortcutPeriodAfter),
        new("← → ↑ ↓", ShortcutAct.Map, () => Texts.ShortcutMapMove),
        new("+ − 0", ShortcutAct.Map, () => Texts.ShortcutMapZoom),
        new("?", ShortcutAct.Sheet, () => Texts.ShortcutSheet),
        new("Escape", ShortcutAct.Close, () => Texts.ShortcutClose),
    ];

    /// <summary>The shortcuts a person can use: none to pages they may not see.</summary>
    public static ImmutableArray<ShortcutEntry> Of(ClaimsPrincipal person)
        => [.. All.Where(entry => entry.Act != ShortcutAct.Go || PageCatalog.All.Any(page => page.Address == entry.Address && person.May(page.Role)))];
}
