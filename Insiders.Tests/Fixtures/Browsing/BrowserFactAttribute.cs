namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>A browser test: skipped with a reason if there is no browser, and failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (BrowserFixture.Executable is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "No browser found: run ./test.sh once as root, install Chromium, or name one in INSIDERS_BROWSER.";
        }
    }

    /// <summary>Whether the test also reads the real ledgers.</summary>
    public bool NeedsRealFile
    {
        get;
        set
        {
            field = value;
            Skip ??= value ? new RealFileFactAttribute().Skip : null;
        }
    }
}
