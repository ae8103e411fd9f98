using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Browser;

/// <summary>Amounts as the browser writes them: marks of axes and colour bars, and what pages show only when they have connected.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class MoneyBrowserTests(BrowserFixture browser, DearShop shop) : IClassFixture<DearShop>
{
    [BrowserFact]
    public async Task No_axis_and_nothing_that_comes_with_the_connection_is_a_bare_amount()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, Roles.Admin);
        var segment = Links.Segment(shop.Published.Segments[0].SegmentId);
        var problems = new List<string>();
        foreach (var address in new[] { "/", "/customers", "/map?metric=mean", "/map?log=0", "/explore?colour=gross_revenue", "/segments?view=bubbles", "/segments?view=parallel", segment, $"{segment}?tab=sales", Links.Customer("20001"), "/data/quality" })
        {
            await page.GoAsync(new Uri(shop.Site.Serve(), address));
            await page.WaitForFunctionAsync("() => !document.querySelector('[data-testid=loading]') && [...document.querySelectorAll('[data-testid=chart]')].every(chart => chart.querySelector('svg'))");

            var texts = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main *, .mud-main-content *')].filter(part => !part.children.length || part.localName === 'text').map(part => part.textContent)");
            problems.AddRange(texts.SelectMany(BareAmounts.In).Select(problem => $"{address}: {problem}"));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Distinct().Take(40)));
        await page.Context.CloseAsync();
    }
}
