using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Microsoft.AspNetCore.Builder;

namespace Insiders.Tests.Web.Account;

/// <summary>The site behind a proxy, at a listening server: the tests' own requests come from this machine.</summary>
public sealed class ProxyTests
{
    private static readonly string[] s_forwarded = ["X-Forwarded-Proto: https", "X-Forwarded-Host: insiders.example", "X-Forwarded-For: 203.0.113.7"];

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData(null, false)]
    public async Task Only_a_named_proxy_is_believed_what_it_forwards(string? proxies, bool believed)
    {
        await using var site = await OpenAsync(proxies);

        var answer = await RawRequest.SendAsync(site.Serve(), "GET /account/sign-in", s_forwarded);

        Assert.Equal(200, answer.Status);
        Assert.Equal(believed, answer.Headers.Contains("Strict-Transport-Security", StringComparison.Ordinal));
        Assert.Equal(believed, answer.Headers.Contains("wss://insiders.example", StringComparison.Ordinal));
        Assert.All(answer.Headers.Split("\r\n").Where(line => line.StartsWith("Set-Cookie", StringComparison.Ordinal)), line => Assert.Equal(believed, line.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
        Assert.Contains("Set-Cookie", answer.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cookie_is_secure_where_the_visitor_came_by_https()
    {
        await using var site = await OpenAsync("127.0.0.1");
        site.Serve();
        var session = $"Cookie: {Accounts.CookieName}={await SignedIn.SessionAsync(site, Roles.Admin)}";

        foreach (var address in new[] { "/preferences/language?culture=pt-BR&back=/", "/export/customers.csv?sep=comma&dec=point", "/api/uploads/token" })
        {
            var headers = (await RawRequest.SendAsync(site.Serve(), "GET " + address, [.. s_forwarded, session])).Headers;

            Assert.Contains("Set-Cookie", headers, StringComparison.Ordinal);
            Assert.All(headers.Split("\r\n").Where(line => line.StartsWith("Set-Cookie", StringComparison.Ordinal)), line => Assert.Contains("; secure", line, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void A_name_that_is_no_proxy_is_refused_in_words()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[Proxies.Setting] = "10.0.0.1, the-proxy";

        Assert.Contains("'the-proxy' is neither", Assert.Throws<RefusedException>(builder.AddProxies).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_not_the_site_s_is_refused_also_when_a_proxy_says_it()
    {
        await using var site = await OpenAsync("127.0.0.1", "insiders.example");

        Assert.Equal(200, (await RawRequest.SendAsync(site.Serve(), "GET /health/live", "Host: insiders.example")).Status);
        Assert.Equal(400, (await RawRequest.SendAsync(site.Serve(), "GET /health/live", "Host: elsewhere.example")).Status);
        var forged = await RawRequest.SendAsync(site.Serve(), "GET /account/sign-in", "Host: insiders.example", "X-Forwarded-Host: elsewhere.example", "X-Forwarded-Proto: https", "X-Forwarded-For: 203.0.113.7");
        Assert.DoesNotContain("elsewhere.example", forged.Headers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://insiders.example", 101)]
    [InlineData("https://insiders.example:443", 101)]
    [InlineData("https://elsewhere.example", 403)]
    [InlineData("https://insiders.example.elsewhere.example", 403)]
    [InlineData("null", 403)]
    public async Task A_page_of_another_site_opens_no_connection(string origin, int status)
    {
        await using var site = await OpenAsync("127.0.0.1");
        site.Serve();
        var session = $"Cookie: {Accounts.CookieName}={await SignedIn.SessionAsync(site, Roles.Admin)}";

        var answer = await RawRequest.SendAsync(
            site.Serve(), "GET /_blazor", [.. s_forwarded, session, "Origin: " + origin, "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_flood_from_one_address_is_nobody_else_s_and_not_the_administrator_s()
    {
        await using var site = await OpenAsync("127.0.0.1");
        var address = site.Serve();
        for (var i = 0; i <= Accounts.TriesPerMinute; i++)
        {
            await PostAsync("203.0.113.7");
        }

        Assert.Equal(429, await PostAsync("203.0.113.7"));
        Assert.NotEqual(429, await PostAsync("203.0.113.8"));
        Assert.NotEqual(429, await PostAsync("203.0.113.7", $"Cookie: {Accounts.CookieName}={await SignedIn.SessionAsync(site, Roles.Admin)}"));

        async Task<int> PostAsync(string from, params string[] more) => (await RawRequest.SendAsync(address, "POST /account/sign-in", ["X-Forwarded-For: " + from, "Content-Length: 0", .. more])).Status;
    }

    private static async Task<SiteFactory> OpenAsync(string? proxies, string? hosts = null)
    {
        var site = new SiteFactory();
        site.Settings[Proxies.Setting] = proxies;
        site.Settings["environment"] = "Production";
        if (hosts is not null)
        {
            site.Settings["AllowedHosts"] = hosts;
        }

        await site.InitializeAsync();
        return site;
    }
}
