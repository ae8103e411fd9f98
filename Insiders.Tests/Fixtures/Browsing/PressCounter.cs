using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>Counts what a hand does in a window: every press of the pointer, whatever it hits. A drag is one; typing is none.</summary>
public static class PressCounter
{
    /// <summary>Begins to count, across pages.</summary>
    public static Task CountPressesAsync(this IPage page) => page.AddInitScriptAsync("""
        addEventListener("pointerdown", event => {
          if (event.isTrusted) {
            sessionStorage.presses = Number(sessionStorage.presses ?? 0) + 1;
          }
        }, true);
        """);

    /// <summary>Presses since the last answer.</summary>
    public static Task<int> TakePressesAsync(this IPage page) => page.EvaluateAsync<int>("() => { const presses = Number(sessionStorage.presses ?? 0); sessionStorage.presses = 0; return presses; }");
}
