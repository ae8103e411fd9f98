namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>A browser test with data: skipped with a reason if there is no browser, and failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
