namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>A test with data that looks at pages: skipped with a reason where no browser is, failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
