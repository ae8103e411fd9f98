using System.Net;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Components;
using Insiders.Web.Shell;

namespace Insiders.Tests.Web.Composition;

public sealed class SiteTests(SiteFactory site) : IClassFixture<SiteFactory>, IAsyncLifetime
{
    private HttpClient _client = null!;

    public async Task InitializeAsync() => _client = await site.ClientAsync(Roles.Admin);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Assets_of_the_top_level_folder_and_of_packages_are_served()
    {
        Assert.Contains(".tiles", await _client.GetStringAsync("/css/app.css"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/js/appearance.js")).StatusCode);
        Assert.StartsWith("//# allFunctionsCalledOnLoad\n/**\n* plotly.js", await _client.GetStringAsync("/lib/plotly-basic.js"), StringComparison.Ordinal);
        Assert.StartsWith("/**\n* plotly.js", await _client.GetStringAsync("/lib/plotly.js"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/_content/Plotly.Blazor/plotly-3.7.0.min.js")).StatusCode); // one copy of each
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/_framework/blazor.web.js")).StatusCode);
    }

    [Fact]
    public async Task It_says_that_it_lives_and_that_it_is_ready()
    {
        Assert.Equal("live", await _client.GetStringAsync("/health/live"));
        Assert.StartsWith("{\"status\":\"ready\",\"freeBytes\":", await _client.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_catalogue_answers_with_its_title()
    {
        foreach (var page in PageCatalog.All)
        {
            Assert.Contains($"<title>{page.Title()} – Insiders</title>", await _client.GetStringAsync(page.Address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unknown_address_is_404_with_a_page()
    {
        var answer = await _client.GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browsers_language_decides_words_and_numbers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Language", "pt-BR,pt;q=0.9,en;q=0.5");

        var page = WebUtility.HtmlDecode(await (await _client.SendAsync(request)).Content.ReadAsStringAsync());

        Assert.Contains("lang=\"pt-BR\"", page, StringComparison.Ordinal);
        Assert.Contains("Visão geral", page, StringComparison.Ordinal);
        Assert.Contains("29 de nov. de 2016", page, StringComparison.Ordinal);
        Assert.Contains("0,800", page, StringComparison.Ordinal); // 0.800 if the numbers stayed English
    }

    [Theory]
    [InlineData("/preferences/language?culture=pt-BR&back=%2F%3Fa%3D1", "/?a=1")]
    [InlineData("/preferences/language?culture=pt-BR&back=%2F%2Fevil.example", "/")]
    [InlineData("/preferences/language?culture=pt-BR&back=%2F%5Cevil.example", "/")]
    [InlineData("/preferences/language?culture=pt-BR&back=https%3A%2F%2Fevil.example", "/")]
    public async Task Choosing_a_language_sets_a_cookie_and_goes_back_within_the_site(string address, string expected)
    {
        var answer = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("pt-BR", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_remembered_theme_is_there_before_any_script_runs()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", $"{Appearance.CookieName}=dark; {Accounts.CookieName}={await SignedIn.SessionAsync(site, Roles.Viewer)}");

        Assert.Contains("data-scheme=\"dark\"", await (await _client.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
