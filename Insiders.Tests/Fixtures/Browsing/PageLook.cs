using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>Checks what every page must satisfy: its colour scheme, no serious accessibility violation, no horizontal scrolling on a wide screen or a phone.</summary>
public static class PageLook
{
    // A page without a menu (signing in, setting up) has nothing to follow.
    private const string MenuFollowed = """
        () => {
          const menu = document.querySelector(".app-drawer");
          return menu === null || (menu.classList.contains("mud-drawer--open") === (innerWidth >= 960) && menu.getAnimations().length === 0);
        }
        """;

    /// <summary>Opens an address and waits until its page is interactive and drawn.</summary>
    public static async Task GoAsync(this IPage page, Uri address)
    {
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.SettleAsync();
    }

    /// <summary>Gives the window a size and waits until the page has followed: the menu slides in or out when the server says so, which takes longer on a busy machine.</summary>
    public static async Task ResizeAsync(this IPage page, int width, int height)
    {
        await page.SetViewportSizeAsync(width, height);
        await page.WaitForTimeoutAsync(400);
        await page.WaitForFunctionAsync(MenuFollowed);
    }

    /// <summary>Checks the open page.</summary>
    /// <param name="page">The window; its size is changed.</param>
    /// <param name="what">Name of the page, for the list of errors.</param>
    /// <param name="scheme">The expected colour scheme.</param>
    /// <returns>The errors found.</returns>
    public static async Task<List<string>> LookAsync(this IPage page, string what, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(1280, 800);
        await Assertions.Expect(page.Locator("html")).ToHaveCSSAsync("color-scheme", scheme == ColorScheme.Dark ? "dark" : "light");
        await page.SettleAsync();
        var problems = await WidthAsync(page, what, 1280);
        var found = await page.RunAxe();
        problems.AddRange(
            from violation in found.Violations
            where violation.Impact is "serious" or "critical"
            from node in violation.Nodes
            select $"{what}: {violation.Id}: {node.Target}: {node.Html}");

        await page.ResizeAsync(390, 844);
        problems.AddRange(await WidthAsync(page, what, 390));
        await page.SetViewportSizeAsync(1280, 800);
        return [.. problems.Select(problem => $"{scheme}: {problem}")];
    }

    private static async Task<List<string>> WidthAsync(IPage page, string what, int wanted) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var width && width > wanted ? [$"{what}: {width} pixels wide in a window of {wanted}"] : [];

    private static async Task SettleAsync(this IPage page)
    {
        await page.Locator("h1").First.WaitForAsync();
        await page.WaitForTimeoutAsync(300);
    }
}
