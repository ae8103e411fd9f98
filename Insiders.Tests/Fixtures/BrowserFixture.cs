using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures;

/// <summary>One browser for all tests that look at pages: a start takes seconds.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Name of the collection.</summary>
    public const string Collection = "Browser";

    private static readonly string[] s_places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    // --disable-gpu and the rest: the set under which WebGL draws in a container as well.
    private static readonly string[] s_flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Path of a browser: INSIDERS_BROWSER, or where systems keep one; null when there is none.</summary>
    public static string? Executable { get; } =
        s_places.Prepend(Environment.GetEnvironmentVariable("INSIDERS_BROWSER")).FirstOrDefault(path => path is { Length: > 0 } && File.Exists(path));

    /// <summary>Opens a window that belongs to nobody: no cookies, the given size, language and scheme.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 800, string locale = "en-GB", ColorScheme scheme = ColorScheme.Light)
    {
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = s_flags });
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
