using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>Counts pointer presses in a window, whatever they hit. A drag counts as one; typing does not count.</summary>
public static class PressCounter
{
    /// <summary>Starts counting, across pages.</summary>
    public static Task CountPressesAsync(this IPage page) => page.AddInitScriptAsync("""
        addEventListener("pointerdown", event => {
          if (event.isTrusted) {
            sessionStorage.presses = Number(sessionStorage.presses ?? 0) + 1;
          }
        }, true);
        """);

    /// <summary>Presses since the last call.</summary>
    public static Task<int> TakePressesAsync(this IPage page) => page.EvaluateAsync<int>("() => { const presses = Number(sessionStorage.presses ?? 0); sessionStorage.presses = 0; return presses; }");
}
