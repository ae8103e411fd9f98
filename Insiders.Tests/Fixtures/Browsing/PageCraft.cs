using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>Checks what mouse, touch and keyboard users need on every page: one main landmark, a visible focus ring, targets large enough for a finger.</summary>
public static class PageCraft
{
    // A target may reach beyond what is drawn, so that a small one is measured by what its surroundings answer. Links within sentences are as large as their
    // lines, and marks of charts are as large as what they tell: both have a list or a table that says the same.
    private const string Look = """
        least => {
          const problems = [];
          const name = element => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${(element.textContent.trim() || element.getAttribute("aria-label") || element.dataset.testid || "").slice(0, 40)}`;
          const mains = document.querySelectorAll("main, [role=main]").length;
          if (mains !== 1) {
            problems.push(`${mains} main landmarks`);
          }

          const controls = [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button]")].filter(control => {
            const box = control.getBoundingClientRect();
            return control.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.right > 0 && !control.closest("[aria-hidden=true], [inert], svg, .plotly") && !control.disabled;
          });
          for (const control of controls) {
            control.focus({ preventScroll: true });
            if (document.activeElement !== control || !control.matches(":focus-visible")) {
              continue;
            }

            const style = getComputedStyle(control);
            if ((style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) && style.boxShadow === "none") {
              problems.push(`no ring: ${name(control)}`);
            }
          }

          document.activeElement?.blur();
          for (const control of controls) {
            const target = control.matches("input[type=checkbox], input[type=radio], input[type=file]") ? control.closest("label") ?? control : control;
            const text = target.parentElement;
            if (getComputedStyle(target).display === "inline" && text && text.textContent.trim().length > target.textContent.trim().length) {
              continue;
            }

            const drawn = target.getBoundingClientRect();
            if (Math.min(drawn.width, drawn.height) >= least - 0.5) {
              continue;
            }

            target.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
            const box = target.getBoundingClientRect();
            const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
            const answers = (dx, dy) => {
              const hit = document.elementFromPoint(x + dx, y + dy);
              return hit !== null && (target.contains(hit) || hit.closest("label")?.control === control);
            };
            const reach = (dx, dy) => {
              let far = 0;
              while (far < 2 * least && answers(dx * (far + 1), dy * (far + 1))) {
                far++;
              }

              return far;
            };
            const [width, height] = [Math.max(drawn.width, reach(-1, 0) + reach(1, 0) + 1), Math.max(drawn.height, reach(0, -1) + reach(0, 1) + 1)];
            if (Math.min(width, height) < least - 0.5) {
              problems.push(`${Math.round(width)} × ${Math.round(height)}: ${name(target)}`);
            }
          }

          window.scrollTo(0, 0);
          return [...new Set(problems)];
        }
        """;

    /// <summary>Checks the open page on a wide screen and on a phone.</summary>
    /// <param name="page">The window; its size is changed.</param>
    /// <param name="what">Name of the page, for the list of errors.</param>
    /// <returns>The errors found.</returns>
    public static async Task<List<string>> CheckCraftAsync(this IPage page, string what)
    {
        List<string> problems = [];
        foreach (var (width, height, least) in new[] { (1280, 800, 24), (390, 844, 44) })
        {
            await page.ResizeAsync(width, height);

            // From here on the browser assumes keyboard use and shows the focus ring.
            await page.Keyboard.PressAsync("Tab");
            problems.AddRange((await page.EvaluateAsync<string[]>(Look, least)).Select(problem => $"{what} at {width}: {problem}"));
        }

        return problems;
    }
}
