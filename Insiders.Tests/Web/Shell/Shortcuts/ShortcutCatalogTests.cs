using System.Security.Claims;
using Insiders.Web.Account;
using Insiders.Web.Shell;
using Insiders.Web.Shell.Shortcuts;

namespace Insiders.Tests.Web.Shell.Shortcuts;

public sealed class ShortcutCatalogTests
{
    [Fact]
    public void No_two_shortcuts_have_the_same_keys_and_no_key_starts_two_of_them()
    {
        var keys = ShortcutCatalog.All.Select(entry => entry.Keys).ToArray();

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.DoesNotContain(keys, key => keys.Any(other => other.StartsWith(key + " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_page_of_the_menu_has_a_shortcut()
        => Assert.Empty(PageCatalog.All.Select(page => page.Address).Except(ShortcutCatalog.All.Select(entry => entry.Address)));

    [Fact]
    public void Nobody_is_offered_a_page_they_may_not_see()
    {
        var viewer = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Viewer)], "test"));
        var admin = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Admin)], "test"));

        Assert.DoesNotContain(ShortcutCatalog.Of(viewer), entry => entry.Address == "/settings");
        Assert.Contains(ShortcutCatalog.Of(viewer), entry => entry.Keys == "g o");
        Assert.Equal(ShortcutCatalog.All.Select(entry => entry.Keys), ShortcutCatalog.Of(admin).Select(entry => entry.Keys));
        Assert.All(ShortcutCatalog.All, entry => Assert.False(string.IsNullOrWhiteSpace(entry.Text())));
    }
}
