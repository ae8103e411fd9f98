using System.Net;
using System.Text.RegularExpressions;
using Insiders.Core.Features;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.CustomerStory;

/// <summary>Customers whose ids are anything, over the wire of the real server.</summary>
public sealed partial class AnyIdTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] s_ids = ["<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "a/b", "a%2Fb", "a?b#c&d=e+f", ".", "..", "~", "Ω 日本", "x.js"];

    private readonly SiteFactory _site = new();

    public async Task InitializeAsync()
    {
        var store = new RunStore(Path.Combine(_site.DataFolder, "insiders.db"));
        await store.MigrateAsync(CancellationToken.None);
        var result = SampleResults.Of(40);
        string[] ids = [.. s_ids, .. result.Features.CustomerIds.Skip(s_ids.Length)];
        var features = new FeatureTable([.. ids], result.Features.Countries, result.Features.Definitions, result.Features.Values);
        await store.PublishAsync(await store.SaveAsync(result with { Features = features }), "ana", SavedRuns.Noon, CancellationToken.None);
        store.ReleaseFile();
        _site.Serve();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Every_id_has_its_page_and_none_is_markup()
    {
        var client = await _site.ClientAsync(Roles.Viewer);
        foreach (var id in s_ids)
        {
            var answer = await client.GetAsync(new Uri(_site.Serve(), Links.Customer(id)));
            var html = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(id, WebUtility.HtmlDecode(Heading().Match(html).Groups[1].Value));
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_id_that_nobody_has_leads_to_a_search()
    {
        var client = await _site.ClientAsync(Roles.Viewer);

        var answer = await client.GetAsync(new Uri(_site.Serve(), "/customers/nobody"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("/customers?q=nobody", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_and_its_file_hold_them_all_harmlessly()
    {
        var client = await _site.ClientAsync(Roles.Viewer);

        var html = await client.GetStringAsync(new Uri(_site.Serve(), "/customers?size=200"));
        var csv = await client.GetStringAsync(new Uri(_site.Serve(), "/export/customers.csv?country=EIRE&sort=customer_id&columns=country"));

        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.Equal(40, Row().Count(html));
        var lines = csv.TrimEnd().Split('\n');
        Assert.Equal(1 + 26, lines.Length); // the 26 of 40 that are not in Portugal
        Assert.Equal("Customer,Country", lines[0].TrimStart('\uFEFF')); // the columns on view …
        var all = (await client.GetStringAsync(new Uri(_site.Serve(), "/export/customers.csv?country=EIRE&columns=country&all=1"))).Split('\n')[0];
        Assert.Equal(7 + 50 + 1, all.Replace(", ", "", StringComparison.Ordinal).Split(',').Length); // … or every feature and the order value
        Assert.DoesNotContain(lines, line => line.StartsWith('='));
    }

    [GeneratedRegex("<h1[^>]*data-testid=\"customer-id\"[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("data-testid=\"customer\"")]
    private static partial Regex Row();
}
