using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>Counts clicks on a page, so that a task that takes too many fails its test.</summary>
public sealed class CountedClicks
{
    /// <summary>Number of clicks so far.</summary>
    public int Count { get; private set; }

    /// <summary>Counts a click.</summary>
    public Task ClickAsync(ILocator target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Count++;
        return target.ClickAsync();
    }
}
