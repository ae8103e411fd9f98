using System.Net;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Tests.Web.Exports;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Shell;

namespace Insiders.Tests.Web.Api;

public sealed class ExportEndpointsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Formula = "=cmd|' /C calc'!A0";

    // The sample run brings no rejected rows, no edits, no audiences, nobody to call and no days of sales …
    private static readonly string[] s_mayBeEmpty = ["rejects", "segment-edits", "audiences", "work-list", "programme-decisions", "value-groups", "holdouts", "returns-segments", "returns-products", "returns-customers", "revenue-tree", "gain-loss", "revenue-changes", "cohorts"];

    // … and no sales; an audience is asked for where there is one.
    private static readonly string[] s_needSales =
    [
        "segment-products", "segment-lifts", "customer-invoices", "customer-lines", "customer-products", "quality-columns", "quality-hours", "quality-prices", "quality-quantities", "product-buyers", "audience", "audience-changes", "holdout-arms",
        "overview-period", "overview-countries", "overview-products",
    ];

    [Fact]
    public async Task Every_table_of_the_catalogue_is_had_in_both_formats_with_the_same_number_of_rows()
    {
        var client = await site.ClientAsync(Roles.Admin);
        foreach (var entry in ModuleCatalog.Exports.Where(entry => !s_needSales.Contains(entry.Key)))
        {
            var query = QueryOf(entry.Key);

            var csv = await client.GetAsync($"/export/{entry.Key}.csv{query}");
            var xlsx = await client.GetAsync($"/export/{entry.Key}.xlsx{query}");

            Assert.True(csv.StatusCode == HttpStatusCode.OK, $"{entry.Key}: {csv.StatusCode} {await csv.Content.ReadAsStringAsync()}");
            Assert.StartsWith("text/csv", csv.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
            Assert.EndsWith(".csv", csv.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
            Assert.EndsWith(".xlsx", xlsx.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
            var lines = (await csv.Content.ReadAsStringAsync()).TrimEnd('\n').Split('\n');
            var own = entry.Key == "audit" ? 1 : 0; // the first file is in the audit when the second is asked for
            Assert.Equal(lines.Length + own, Sheet.Read(new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync())).Count);
            Assert.True(s_mayBeEmpty.Contains(entry.Key) || lines.Length > 1, entry.Key);
        }
    }

    [Fact]
    public async Task A_file_is_only_for_those_who_may_see_the_page()
    {
        var viewer = await site.ClientAsync(Roles.Viewer);
        var stranger = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        foreach (var entry in ModuleCatalog.Exports)
        {
            foreach (var ending in new[] { "csv", "xlsx" })
            {
                var expected = entry.Role != Role.Viewer ? HttpStatusCode.Forbidden : s_needSales.Contains(entry.Key) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                Assert.Equal((entry.Key, expected), (entry.Key, (await viewer.GetAsync($"/export/{entry.Key}.{ending}{QueryOf(entry.Key)}")).StatusCode));
                Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync($"/export/{entry.Key}.{ending}{QueryOf(entry.Key)}")).StatusCode);
            }
        }
    }

    [Theory]
    [InlineData("/export/nothing.csv")]
    [InlineData("/export/segments.pdf")]
    [InlineData("/export/rejects.csv")]
    [InlineData("/export/rejects.xlsx?import=../../etc/passwd")]
    [InlineData("/export/candidates.csv?run=99999")]
    public async Task What_is_not_there_is_not_found(string address)
        => Assert.Equal(HttpStatusCode.NotFound, (await (await site.ClientAsync(Roles.Admin)).GetAsync(address)).StatusCode);

    [Fact]
    public async Task The_language_chooses_the_separator_and_a_choice_is_remembered()
    {
        var client = await site.ClientAsync(Roles.Viewer);

        Assert.Contains("Segmento;Clientes;", await TextAsync("/export/segments.csv", "pt-BR"), StringComparison.Ordinal);
        Assert.Contains("Segment,Customers,", await TextAsync("/export/segments.csv", "en"), StringComparison.Ordinal);
        using var chosen = await client.GetAsync("/export/segments.csv?sep=tab&dec=comma");
        var cookie = chosen.Headers.GetValues("Set-Cookie").Single(text => text.StartsWith(ExportEndpoints.CookieName, StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal($"{ExportEndpoints.CookieName}=tab-comma", cookie);
        Assert.Contains("Segment\tCustomers\t", await TextAsync("/export/segments.csv", "en", cookie), StringComparison.Ordinal);

        async Task<string> TextAsync(string address, string language, string? cookie = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Accept-Language", language);
            request.Headers.Add("Cookie", string.Join("; ", new[] { client.DefaultRequestHeaders.GetValues("Cookie").Single(), cookie }.OfType<string>()));
            return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task The_whole_audit_log_comes_once_and_a_hostile_name_is_harmless()
    {
        var client = await site.ClientAsync(Roles.Admin);
        var log = new AuditLog(Path.Combine(site.DataFolder, "insiders.db"));
        for (var i = 0; i < 1_050; i++)
        {
            await log.AddAsync(new AuditEntry(0, SavedRuns.Noon, i == 0 ? Formula : "ana", "run.queued", $"subject {i}"), CancellationToken.None);
        }

        var csv = await client.GetStringAsync("/export/audit.csv?sep=comma&dec=point");
        var rows = Sheet.Read(new MemoryStream(await client.GetByteArrayAsync("/export/audit.xlsx")));

        var subjects = rows.Select(row => row["D"] as string).Where(text => text?.StartsWith("subject", StringComparison.Ordinal) == true).ToArray();
        Assert.Equal(Enumerable.Range(0, 1_050).Select(i => $"subject {1_049 - i}"), subjects);
        Assert.Contains($"\"'{Formula}\"", csv, StringComparison.Ordinal);
        Assert.Contains(rows, row => row["B"] as string == Formula);
    }

    // What a table is about, where it is about one thing.
    private static string QueryOf(string key) => key switch
    {
        "rejects" => "?import=000001-sample",
        "segment-differences" or "segment-products" or "segment-lifts" or "segment-countries" or "segment-members" => "?id=1",
        "customer-invoices" or "customer-lines" or "customer-products" or "customer-neighbours" or "customer-runs" => "?id=c0000001",
        _ => "",
    };
}
