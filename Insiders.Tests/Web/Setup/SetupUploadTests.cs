using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Insiders.Core.Application.Imports;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Setup;

/// <summary>The set-up's file as a browser without a script sends it.</summary>
public sealed partial class SetupUploadTests
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    [Fact]
    public async Task A_file_without_a_good_row_is_refused_with_row_column_and_reason_in_the_reader_s_language()
    {
        await using var site = await OpenAsync();
        using var client = await ClientAsync(site, "pt-BR");

        var page = WebUtility.HtmlDecode(await SendAsync(client, "broken.csv", Encoding.UTF8.GetBytes(Header + "1,A,Mug,two,2017-01-02,1.50,c1,Brazil\n2,B,Cup,2,2017-01-03,cheap,c1,Brazil\n")));

        Assert.Contains("Nenhuma das 2 linhas pode ser lida. A primeira, na linha 2: A quantidade 'two' não é um número", page, StringComparison.Ordinal);
        Assert.Matches(@"<th scope=""row"">3</th><td>UnitPrice</td><td class=""reason"">O preço unitário 'cheap' não é um número", page);
        Assert.DoesNotContain("data-testid=\"problem\"", await client.GetStringAsync("/setup"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataFolder, "uploads")));
    }

    [Fact]
    public async Task A_file_that_is_no_ledger_is_refused_in_words()
    {
        await using var site = await OpenAsync();
        using var client = await ClientAsync(site, "pt-BR");

        Assert.Contains("A primeira linha tem 'a', 'b'; falta uma coluna para:", await SendAsync(client, "notes.csv", "a,b\n1,2\n"u8.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_beyond_the_limit_or_empty_is_refused_and_leaves_nothing()
    {
        await using var site = await OpenAsync(megabytes: "1");
        using var client = await ClientAsync(site, "en");

        Assert.Contains("larger than 1.0 MB", await SendAsync(client, "large.csv", new byte[(1 << 20) + 1]), StringComparison.Ordinal);
        Assert.Contains("nothing.csv is empty.", await SendAsync(client, "nothing.csv", []), StringComparison.Ordinal);
        Assert.Contains("Choose a file first.", await SendAsync(client, "", []), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataFolder, "uploads")));
    }

    [Fact]
    public async Task Without_the_page_s_own_token_nothing_is_taken()
    {
        await using var site = await OpenAsync();
        using var client = await ClientAsync(site, "en");

        Assert.Contains("did not come from a page of this site", await SendAsync(client, "sales.csv", Encoding.UTF8.GetBytes(Header), token: "forged"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_file_is_loaded_and_its_job_and_rejects_are_kept()
    {
        await using var site = await OpenAsync();
        using var client = await ClientAsync(site, "en");

        var page = await SendAsync(client, "sales.csv", Encoding.UTF8.GetBytes(Header + "1,A,Mug,2,2017-01-02,1.50,c1,Brazil\n2,B,Cup,two,2017-01-03,1.50,c1,Brazil\n"));

        Assert.Contains("Step 4 of 4", page, StringComparison.Ordinal);
        var job = Assert.Single(await site.Services.GetRequiredService<IImportJobStore>().ListAsync(CancellationToken.None));
        Assert.Equal((ImportJobState.Succeeded, "sales.csv"), (job.State, job.FileName));
        Assert.Equal(job.ImportId, Assert.Single(await site.Services.GetRequiredService<IImportStore>().ListImportsAsync(CancellationToken.None)).Id);
        Assert.EndsWith(".rejects.csv", Assert.Single(Directory.GetFiles(Path.Combine(site.DataFolder, "uploads"))), StringComparison.Ordinal);
    }

    private static async Task<SiteFactory> OpenAsync(string megabytes = "5")
    {
        var site = new SiteFactory();
        site.Settings.Clear();
        site.Settings["Insiders:Upload:MaxMegabytes"] = megabytes;
        await site.Services.GetRequiredService<PeopleDirectory>().AddFirstAdminAsync("Ana", SignedIn.AdminEmail, SignedIn.Password, null, CancellationToken.None);
        return site;
    }

    private static async Task<HttpClient> ClientAsync(SiteFactory site, string language)
    {
        var client = await site.ClientAsync(Roles.Admin);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    /// <summary>Sends the page's form, and opens the page it leads to.</summary>
    private static async Task<string> SendAsync(HttpClient client, string name, byte[] content, string? token = null)
    {
        var page = await client.GetAsync("/setup");
        using var form = new MultipartFormDataContent { { new StringContent(token ?? Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value), "__RequestVerificationToken" } };
        var file = new ByteArrayContent(content);
        file.Headers.ContentDisposition = new("form-data") { Name = "file", FileName = $"\"{name}\"" };
        form.Add(file);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/setup/ledger") { Content = form };
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).Prepend(client.DefaultRequestHeaders.GetValues("Cookie").Single())));

        var answer = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode.Redirect, "/setup"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        return Plain(await client.GetStringAsync("/setup"));
    }

    private static string Plain(string page) => WebUtility.HtmlDecode(page);

    [GeneratedRegex(@"name=""__RequestVerificationToken""[^>]*value=""([^""]+)""")]
    private static partial Regex Token();
}
