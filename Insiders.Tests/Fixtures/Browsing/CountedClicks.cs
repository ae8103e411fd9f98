using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>Clicks on a page, counted: a task that takes more than it should fails its test.</summary>
public sealed class CountedClicks
{
    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>One more.</summary>
    public Task ClickAsync(ILocator target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Count++;
        return target.ClickAsync();
    }
}
