using System.Text.Json;
using Microsoft.Playwright;

namespace Insiders.Benchmarks.Browsing;

/// <summary>A new tab of a real browser that looks at its page before every frame and remembers when what stood.</summary>
internal sealed class WatchedTab(IPage page) : IAsyncDisposable
{
    /// <summary>Notes when the content is there, and the begin of the stretch in which nothing is missing any more.</summary>
    /// <remarks>A page that came whole is made anew once its circuit has started: what is drawn by then may go once more. Only 800 ms without that count.</remarks>
    private const string Watch = """
        (mark => {
          const seen = window.watched = {};
          const now = () => performance.timeOrigin + performance.now();
          const waits = "[data-testid=loading], .mud-progress-linear, [data-testid=points]:not([data-drawn])";
          const look = () => {
            const isThere = document.querySelector(mark) !== null;
            if (isThere) seen.figures ??= now();
            const isWhole = isThere && document.readyState !== "loading" && !document.querySelector(waits)
              && [...document.querySelectorAll(".chart-drawing, .chart-place:empty")].every(chart => chart.dataset.drawn);
            seen.complete = isWhole ? seen.complete ?? now() : undefined;
            seen.stands = isWhole && now() - seen.complete > 800;
            if (!seen.stands) requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })
        """;

    private const string ReadMoments = """
        () => [performance.timeOrigin, performance.timeOrigin + performance.getEntriesByType("navigation")[0].responseStart, window.watched.figures, window.watched.complete]
        """;

    private const string AwaitTiles = """
        () => {
          const read = () => document.querySelector("[data-testid=tile-customers] .value")?.textContent.trim();
          const before = read();
          window.answered = new Promise(answer => addEventListener("click", click => {
            const look = () => (read() ?? before) === before ? requestAnimationFrame(look) : answer(performance.now() - click.timeStamp);
            look();
          }, { capture: true, once: true }));
        }
        """;

    /// <summary>The page, for what is not measured.</summary>
    public IPage Page => page;

    /// <summary>Loads an address and waits until it stands.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="mark">A selector of what is there when the content is.</param>
    public async Task<LoadedPage> LoadAsync(Uri address, string mark)
    {
        await page.AddInitScriptAsync($"{Watch}({JsonSerializer.Serialize(mark)});");
        await page.GotoAsync(address.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => window.watched?.stands", null, new PageWaitForFunctionOptions { PollingInterval = 100 });
        var moments = await page.EvaluateAsync<double[]>(ReadMoments);
        return new LoadedPage(moments[0], moments[1], moments[2], moments[3]);
    }

    /// <summary>Clicks a row of the table of segments on the first page.</summary>
    /// <param name="row">Which one, from 0.</param>
    /// <returns>Milliseconds from the click until the tiles say so.</returns>
    public async Task<double> PickSegmentAsync(int row)
    {
        await page.EvaluateAsync(AwaitTiles);
        await page.GetByTestId("segment").Nth(row).Locator("td").Nth(2).ClickAsync();
        return await page.EvaluateAsync<double>("() => window.answered");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await page.CloseAsync();
}
