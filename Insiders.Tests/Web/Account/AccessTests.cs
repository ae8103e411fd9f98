using System.Net;
using System.Reflection;
using Insiders.Core.Application.Access;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Composition;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Account;

public sealed class AccessTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly string[] s_open =
        ["/account/accept", "/account/sign-in", "/error", "/health/live", "/health/ready", "/not-found", "/preferences/language", "/setup", "/status/403", "/status/404", "/status/{code:int}"];

    [Fact]
    public async Task Without_an_account_every_page_leads_to_the_sign_in_and_back()
    {
        using var client = Stranger();

        foreach (var page in PageCatalog.All)
        {
            var answer = await client.GetAsync(page.Address);

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(AccountAddresses.SignInFor(page.Address), answer.Headers.Location!.ToString().Replace("http://localhost", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Roles.Viewer)]
    [InlineData(Roles.Analyst)]
    [InlineData(Roles.Admin)]
    public async Task A_page_answers_those_whose_role_it_is_for_and_refuses_the_others(string role)
    {
        using var client = await site.ClientAsync(role);

        foreach (var page in PageCatalog.All)
        {
            var allowed = Roles.All.ToList().IndexOf(role) >= (int)page.Role;
            var answer = await client.GetAsync(page.Address);

            Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal(!allowed, (await answer.Content.ReadAsStringAsync()).Contains("This page is not for your role", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_open_to_everybody_is_on_this_list_and_nothing_else()
    {
        var open = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').ToLowerInvariant())
            .Where(address => !address.Contains('.', StringComparison.Ordinal) && !address.Contains("_framework", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(s_open, open);
    }

    [Fact]
    public void A_page_of_the_catalogue_asks_for_the_role_that_the_catalogue_says()
    {
        var pages = typeof(Site).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (route.Template, Type: type)))
            .ToDictionary(page => page.Template, page => page.Type);

        Assert.All(PageCatalog.All, page =>
        {
            var policies = pages[page.Address].GetCustomAttributes<AuthorizeAttribute>().Select(authorize => authorize.Policy).ToArray();
            Assert.Contains(page.Role switch { Role.Admin => Policies.Administer, Role.Analyst => Policies.Analyse, _ => Policies.View }, policies);
        });
    }

    [Fact]
    public async Task The_navigation_shows_nobody_a_page_they_may_not_open()
    {
        using var viewer = await site.ClientAsync(Roles.Viewer);
        using var admin = await site.ClientAsync(Roles.Admin);

        Assert.DoesNotContain("href=\"/settings/people\"", await viewer.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains("href=\"/settings/people\"", await admin.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/setup/ledger")]
    [InlineData("/setup/run")]
    [InlineData("/account/sign-out")]
    public async Task An_endpoint_refuses_who_is_nobody(string address)
    {
        using var client = Stranger();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync(address, new MultipartFormDataContent { { new StringContent("true"), "start" } })).StatusCode);
    }

    [Theory]
    [InlineData("/setup/ledger")]
    [InlineData("/setup/run")]
    public async Task An_endpoint_for_administrators_refuses_a_viewer(string address)
    {
        using var client = await site.ClientAsync(Roles.Viewer);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(address, new MultipartFormDataContent { { new StringContent("true"), "start" } })).StatusCode);
    }

    [Fact]
    public async Task Signing_out_without_the_pages_own_token_is_refused()
    {
        using var client = await site.ClientAsync(Roles.Viewer);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(AccountAddresses.SignOut, new FormUrlEncodedContent([]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Every_answer_forbids_other_hosts_and_frames()
    {
        using var client = Stranger();
        foreach (var address in new[] { "/account/sign-in", "/css/app.css", "/no-such-page" })
        {
            var headers = (await client.GetAsync(address)).Headers;

            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        }
    }

    private HttpClient Stranger()
    {
        var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }
}
