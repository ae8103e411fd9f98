using Insiders.Benchmarks.Load;
using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>One browser for all browser tests, because a start takes seconds.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Name of the collection.</summary>
    public const string Collection = "Browser";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Path of a browser: INSIDERS_BROWSER, or a standard location; null when there is none.</summary>
    public static string? Executable => LocalBrowser.Executable;

    /// <summary>Opens a window without cookies, with the given size, language and colour scheme.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 800, string locale = "en-GB", ColorScheme scheme = ColorScheme.Light)
    {
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = LocalBrowser.Flags });
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = locale,
            ColorScheme = scheme,
        });
        return await context.NewPageAsync();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
