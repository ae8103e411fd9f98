namespace Insiders.Benchmarks.Load;

/// <summary>The browser of this machine, as benchmarks and tests start it.</summary>
internal static class LocalBrowser
{
    private static readonly string[] s_places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    /// <summary>Its path: INSIDERS_BROWSER, or where systems keep one; null when there is none.</summary>
    public static string? Executable { get; } =
        s_places.Prepend(Environment.GetEnvironmentVariable("INSIDERS_BROWSER")).FirstOrDefault(path => path is { Length: > 0 } && File.Exists(path));

    /// <summary>Its arguments: --disable-gpu and the rest are the set under which WebGL draws in a container as well.</summary>
    public static IReadOnlyList<string> Flags { get; } =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
}
