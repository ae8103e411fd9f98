using Insiders.Benchmarks.Load;
using Microsoft.Playwright;

namespace Insiders.Benchmarks.Browsing;

/// <summary>A browser with a window of nobody's, and one that keeps a profile.</summary>
internal sealed class RealBrowser : IAsyncDisposable
{
    private static readonly ViewportSize s_size = new() { Width = 1280, Height = 900 };
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private RealBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts it.</summary>
    /// <exception cref="InvalidOperationException">This machine has none.</exception>
    public static async Task<RealBrowser> StartAsync()
    {
        var program = LocalBrowser.Executable ?? throw new InvalidOperationException("No browser found: install Chromium, or name one in INSIDERS_BROWSER.");
        var playwright = await Playwright.CreateAsync();
        return new RealBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = LocalBrowser.Flags }));
    }

    /// <summary>Opens a fresh window: nothing kept, nobody signed in.</summary>
    public Task<IBrowserContext> OpenAsync() => _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = s_size, Locale = "en-GB" });

    /// <summary>Opens a window whose profile is kept on disk, with the compiled scripts of pages.</summary>
    /// <param name="folder">Where.</param>
    public Task<IBrowserContext> OpenKeptAsync(string folder) => _playwright.Chromium.LaunchPersistentContextAsync(
        folder, new BrowserTypeLaunchPersistentContextOptions { ExecutablePath = LocalBrowser.Executable, Args = LocalBrowser.Flags, ViewportSize = s_size, Locale = "en-GB" });

    /// <summary>Signs the administrator in and stays on the first page until it stands.</summary>
    public static async Task SignInAsync(IBrowserContext window, Uri site)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site, "account/sign-in").ToString());
        await page.FillAsync("input[type=email]", ServedSite.AdminEmail);
        await page.FillAsync("input[type=password]", ServedSite.Password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForSelectorAsync("[data-testid=tiles]");
        await page.CloseAsync();
        await using var tab = await NewTabAsync(window);
        await tab.LoadAsync(site, "[data-testid=tiles]");
    }

    /// <summary>A new tab of a window.</summary>
    public static async Task<WatchedTab> NewTabAsync(IBrowserContext window) => new(await window.NewPageAsync());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
