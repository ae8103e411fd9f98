using System.Net;
using Insiders.Core.Application.Audit;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;

namespace Insiders.Tests.Web;

/// <summary>Addresses as nobody's browser writes them, and as somebody's keyboard does, at a listening server.</summary>
public sealed class AddressTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("/account/sign-in?back=%zz")]
    [InlineData("/account/sign-in?back=/%00")]
    [InlineData("/preferences/language?culture=en&back=/%09/elsewhere.example")]
    [InlineData("/preferences/language?culture=en&back=/%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/customers?q=%C3")]
    [InlineData("/customers?q=100%")]
    [InlineData("/customers/%ff%fe")]
    [InlineData("/segments/1%07")]
    public async Task Control_characters_and_broken_encoding_are_400(string address) => Assert.Equal(400, (await RawRequest.SendAsync(site.Serve(), "GET " + address)).Status);

    [Theory]
    [InlineData("/customers?q=S%C3%A3o")]
    [InlineData("/customers?q=%F0%9F%8E%81+caf%C3%A9")]
    public async Task Text_of_any_language_is_text_and_comes_back_encoded(string address)
    {
        site.Serve();
        var session = $"Cookie: {Accounts.CookieName}={await SignedIn.SessionAsync(site, Roles.Viewer)}";

        Assert.Equal(200, (await RawRequest.SendAsync(site.Serve(), "GET " + address, session)).Status);
        var signedIn = await RawRequest.SendAsync(site.Serve(), "GET /account/sign-in?back=" + Uri.EscapeDataString(address), session);
        Assert.Equal(302, signedIn.Status);
        Assert.Contains("Location: " + address + "\r\n", signedIn.Headers + "\r\n", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decoded_text_in_an_address_to_come_back_to_is_encoded_again()
    {
        var answer = await RawRequest.SendAsync(site.Serve(), "GET /preferences/language?culture=en&back=%2Fcustomers%3Fq%3DS%C3%A3o");

        Assert.Equal(302, answer.Status);
        Assert.Contains("Location: /customers?q=S%C3%A3o\r\n", answer.Headers + "\r\n", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/.//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    public async Task A_redirect_stays_on_the_site(string back)
    {
        var answer = await RawRequest.SendAsync(site.Serve(), "GET /preferences/language?culture=en&back=" + Uri.EscapeDataString(back));

        Assert.Equal(302, answer.Status);
        Assert.Contains("Location: /\r\n", answer.Headers + "\r\n", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_number_of_any_size_leads_to_the_last_page()
    {
        site.Serve();
        using var client = await site.ClientAsync(Roles.Admin);
        var audit = new AuditLog(Path.Combine(site.DataFolder, "insiders.db"));
        for (var i = 0; i < 51; i++)
        {
            await audit.AddAsync(new AuditEntry(0, SavedRuns.Noon, "ana", "person.signed-in", "ana"), CancellationToken.None);
        }

        const string pages = "data-testid=\"page\">Page ([2-9]) of \\1<";
        foreach (var address in new[] { "/customers", "/settings/audit" })
        {
            foreach (var page in new[] { "2147483648", "99999999999999999999999999" })
            {
                using var answer = await client.GetAsync($"{address}?page={page}");

                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Matches(pages, await answer.Content.ReadAsStringAsync());
            }
        }
    }
}
