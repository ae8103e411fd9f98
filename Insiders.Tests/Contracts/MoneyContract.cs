using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Navigation;
using Insiders.Web.Shell;

namespace Insiders.Tests.Contracts;

/// <summary>What every page and every file must satisfy when it shows money.</summary>
public sealed partial class MoneyContract(DearShop shop) : IClassFixture<DearShop>
{
    // Number of addresses to visit that differ only in their values: every metric of the map, every tab of a segment.
    private const int Alike = 3;

    // Number of clicks away from the menu.
    private const int Furthest = 2;

    private static readonly string[] s_elsewhere = ["/export", "/account", "/preferences", "/explore/", "/_", "/setup", "/css", "/js", "/icons", "/settings/backup/"];

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    public async Task No_page_shows_a_bare_amount_or_a_heading_without_its_unit(string language)
    {
        var problems = new List<string>();
        var visited = 0;
        await foreach (var (address, page) in PagesAsync(language))
        {
            visited++;
            problems.AddRange(BareAmounts.In(page).Concat(page.QuerySelectorAll("table").SelectMany(HeadingsOf)).Select(problem => $"{address}: {problem}"));
        }

        Assert.True(problems.Count == 0, $"{problems.Count} on {visited} pages:\n{string.Join('\n', problems.Distinct().GroupBy(problem => KindOf(problem.Split(':')[0])).SelectMany(kind => kind.Take(6)))}");
        Assert.InRange(visited, PageCatalog.All.Count + 20, int.MaxValue);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    public async Task Every_amount_of_a_file_stands_below_a_heading_with_its_currency(string language)
    {
        using var client = await ClientAsync(language);
        var (segment, customer) = (shop.Published.Segments[0].SegmentId, "20001");
        var (problems, amounts) = (new List<string>(), 0);
        foreach (var entry in ModuleCatalog.Exports)
        {
            var id = entry.Key.StartsWith("customer-", StringComparison.Ordinal) ? customer : $"{segment}";
            var answer = await client.GetAsync(new Uri(shop.Site.Serve(), $"/export/{entry.Key}.csv?id={id}&run={shop.Published.Run.Id}&all=1&sep=tab&dec=point"));
            if (!answer.IsSuccessStatusCode)
            {
                continue;
            }

            var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd().Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).ToArray();
            Assert.Equal(lines[0].Length, lines[0].Distinct().Count());
            foreach (var line in lines.Skip(1))
            {
                for (var column = 0; column < line.Length; column++)
                {
                    if (double.TryParse(line[column], out var number) && Math.Abs(number) >= BareAmounts.Least)
                    {
                        amounts++;
                        if (!lines[0][column].Contains(DearShop.Code, StringComparison.Ordinal) && !line[0].Contains(DearShop.Code, StringComparison.Ordinal))
                        {
                            problems.Add($"{entry.Key}: {line[column]} below {lines[0][column]}, of {line[0]}");
                        }
                    }
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(40)));
        Assert.InRange(amounts, 1_000, int.MaxValue);
    }

    [Theory]
    [InlineData("CHF 19,000,000.00 and 4,312 customers of 2017, run 000001-1a2b3c4d5e6f7081, 91.9 %", 0)]
    [InlineData("-CHF 19.000.000,00", 0)]
    [InlineData("Revenue 19,000,000", 1)]
    [InlineData("Receita: 19.000.000,50", 1)]
    [InlineData("190000000.1234", 1)]
    [InlineData("12.5M", 1)]
    [InlineData("CHF 1.5G against 1.5G", 1)]
    public void The_contract_itself_tells_an_amount_from_a_count(string text, int problems) => Assert.Equal(problems, BareAmounts.In(text).Count());

    // Columns of amounts and of percentages; no two columns have the same name.
    private static IEnumerable<string> HeadingsOf(IElement table)
    {
        // Only the table's own rows: a row may contain another table.
        string[] headings = [.. Parts(table, "thead").LastOrDefault()?.Children.Select(heading => heading.TextContent.Trim()) ?? []];
        foreach (var twice in headings.Where(heading => heading.Length > 0).GroupBy(heading => heading).Where(group => group.Count() > 1))
        {
            yield return $"two columns are called \"{twice.Key}\"";
        }

        foreach (var row in Parts(table, "tbody").Where(row => row.Children.Length == headings.Length && !row.Children.Any(cell => cell.HasAttribute("colspan"))))
        {
            for (var column = 1; column < headings.Length; column++)
            {
                var cell = row.Children[column].TextContent.Trim();
                var unit = Amount().IsMatch(cell) ? DearShop.Code : Share().IsMatch(cell) ? "%" : null;
                if (unit is not null && !Sentence().IsMatch(cell) && !headings[column].Contains(unit, StringComparison.Ordinal) && !row.Children[0].TextContent.Contains(unit, StringComparison.Ordinal))
                {
                    yield return $"{unit} is missing in the heading \"{headings[column]}\" above {cell}";
                }
            }
        }
    }

    private static IEnumerable<IElement> Parts(IElement table, string part) => table.Children.Where(child => child.LocalName == part).SelectMany(child => child.Children);

    // Every page of the catalogue, and the pages they link to.
    private async IAsyncEnumerable<(string Address, IDocument Page)> PagesAsync(string language)
    {
        using var client = await ClientAsync(language);
        var parser = new HtmlParser();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Queue<(string, int)>(PageCatalog.All.Select(entry => (entry.Address, 0)));
        while (open.TryDequeue(out var next))
        {
            var (address, steps) = next;
            if (!known.Add(address) || (alike[KindOf(address)] = alike.GetValueOrDefault(KindOf(address)) + 1) > Alike)
            {
                continue;
            }

            var answer = await client.GetAsync(new Uri(shop.Site.Serve(), address));
            if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await parser.ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            foreach (var link in steps == Furthest ? [] : page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(link => link.StartsWith('/') && !IsOrder(link) && !s_elsewhere.Any(prefix => link.StartsWith(prefix, StringComparison.Ordinal))))
            {
                open.Enqueue((link, steps + 1));
            }

            yield return (address, page);
        }
    }

    // A list has the same columns in another order or on another page.
    private static bool IsOrder(string address) => AddressQuery.Of(address).Pairs.Any(pair => pair.Key is "sort" or "desc" or "up" or "page" or "size");

    private static string KindOf(string address)
        => $"{Id().Replace(address.Split('?')[0], "/*")} {string.Join('&', AddressQuery.Of(address).Pairs.Select(pair => pair.Key).Distinct().Order(StringComparer.Ordinal))}";

    private async Task<HttpClient> ClientAsync(string language)
    {
        var client = await shop.Site.ClientAsync(Roles.Admin);
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    [GeneratedRegex(@"/\d+")]
    private static partial Regex Id();

    [GeneratedRegex(@"CHF\s?\d")]
    private static partial Regex Amount();

    // A sentence says its units itself.
    [GeneratedRegex(@"\p{L}{2,}.*\b\p{L}{2,}\b.*\b\p{L}{2,}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d\s?%$")]
    private static partial Regex Share();
}
