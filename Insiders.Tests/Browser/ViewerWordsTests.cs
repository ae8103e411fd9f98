using System.Text.RegularExpressions;
using Insiders.Core.Application.Access;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Shell;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>What pages say to somebody who sells, not computes: the model's own words stand only where they are unfolded on purpose.</summary>
[Collection(BrowserFixture.Collection)]
public sealed partial class ViewerWordsTests(BrowserFixture browser, ShopSite shop) : IClassFixture<ShopSite>
{
    // Words in sight or heard: texts, and what hovers and screen readers say; the folded apart.
    private const string Shown = """
        () => {
            const body = document.body.cloneNode(true);
            body.querySelectorAll('details, script, style, template').forEach(part => part.remove());
            const named = [...body.querySelectorAll('[title], [aria-label], [placeholder]')].flatMap(part => ['title', 'aria-label', 'placeholder'].map(name => part.getAttribute(name)));
            const walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walk.nextNode()) texts.push(walk.currentNode.data);
            return [...texts, ...named].filter(text => text && text.trim()).map(text => text.trim().replace(/\s+/g, ' '));
        }
        """;

    // The glossary is where such words are explained.
    private static readonly string[] s_pages =
    [
        .. PageCatalog.All.Where(page => page.Role == Role.Viewer && page.Address != "/glossary").Select(page => page.Address),
        "/?month=2017-11", "/segments?view=bubbles", "/segments/1", "/segments/1?tab=sales", "/segments/1?tab=products", "/segments/1?tab=members", "/segments/rfm?by=cluster",
        "/customers?columns=segment,frequency,cluster,silhouette&frequency=0.01..0.05", "/explore?colour=frequency&depth=recency_days", "/explore?colour=cluster",
    ];

    [BrowserFact]
    public async Task No_page_of_a_viewer_speaks_of_the_model_and_each_language_writes_figures_one_way()
    {
        // Made before two windows sign in as them at once.
        await shop.Site.PersonAsync(Roles.Viewer);
        var found = await Task.WhenAll(ReadAllAsync("en-GB", OddEnglish()), ReadAllAsync("pt-BR", OddPortuguese()));

        Assert.True(found.All(list => list.Count == 0), string.Join('\n', found.SelectMany(list => list)));
    }

    [BrowserFact]
    public async Task How_it_was_computed_is_there_for_whoever_unfolds_it()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, Roles.Viewer);
        await page.GoAsync(new Uri(shop.Site.Serve(), "/"));

        await Assertions.Expect(page.GetByText(new Regex("Silhouette"))).ToBeHiddenAsync();
        await page.GetByText("How this was computed").ClickAsync();

        await Assertions.Expect(page.GetByText(new Regex($"{shop.Published.Run.BestClusterCount} groups found .* {shop.Published.Segments.Length} segments\\. Silhouette"))).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task<List<string>> ReadAllAsync(string locale, Regex odd)
    {
        var address = shop.Site.Serve();
        var page = await browser.OpenAsync(locale: locale);
        await page.AsAsync(shop.Site, Roles.Viewer);
        var problems = new List<string>();
        var isFrequencySeen = false;
        foreach (var path in s_pages.Append(await FirstCustomerAsync(page, address)))
        {
            await page.GoAsync(new Uri(address, path));
            var texts = await page.EvaluateAsync<string[]>(Shown);
            Assert.True(texts.Length > 20, $"{path} shows next to nothing: {string.Join(" | ", texts)}");
            isFrequencySeen |= texts.Any(text => Every().IsMatch(text));
            problems.AddRange(texts.Where(text => odd.IsMatch(text) || OddFigure().IsMatch(text)).Distinct().Select(text => $"{locale} {path}: {text}"));
        }

        Assert.True(isFrequencySeen, "Frequency is nowhere said as the days between purchases.");
        await page.Context.CloseAsync();
        return problems;
    }

    private static async Task<string> FirstCustomerAsync(IPage page, Uri address)
    {
        await page.GoAsync(new Uri(address, "/customers"));
        return await page.Locator("[data-testid=customer] a[href^='/customers/']").First.GetAttributeAsync("href") ?? "";
    }

    [GeneratedRegex(@"\bclusters?\b|silhouette|(?-i:σ)|standard deviation|as the run saw it|third direction|\blever\b", RegexOptions.IgnoreCase)]
    private static partial Regex OddEnglish();

    [GeneratedRegex(@"\bclusters?\b|silhueta|(?-i:σ)|desvios?.padrão|como a execução o viu|terceira direção|\bfaturas?\b|alavanca|livro de vendas", RegexOptions.IgnoreCase)]
    private static partial Regex OddPortuguese();

    // A blank before the per cent sign, a hyphen for a minus, one days.
    [GeneratedRegex(@"\d\s%|(?<![\w\d-])-\d+([.,]\d+)?(?![\w-])|(?<![\d.,])1 (days|dias)\b")]
    private static partial Regex OddFigure();

    [GeneratedRegex(@"^(every|a cada) \d+([.,]\d)? (days|dias)$")]
    private static partial Regex Every();
}
