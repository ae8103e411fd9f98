using System.Net;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;

namespace Insiders.Tests.Web;

/// <summary>Addresses of pages that exist, about something that does not.</summary>
public sealed class UnknownAddressTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("/customers/nobody", "There is no such customer in the published run", "/customers?q=nobody")]
    [InlineData("/customers/~?id=..", "There is no such customer in the published run", "/customers?q=..")]
    [InlineData("/segments/99999", "The published run does not have this segment", "/segments")]
    [InlineData("/runs/99999", "There is no such run", "/runs")]
    [InlineData("/data/import/none", "There is no such import", "/data/import")]
    public async Task It_is_404_in_the_page_s_own_words_with_a_way_on(string address, string words, string link)
    {
        using var client = await site.ClientAsync(Roles.Analyst);

        var answer = await client.GetAsync(address);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var notice = html[html.IndexOf("data-testid=\"notice\"", StringComparison.Ordinal)..];
        Assert.Contains(words, notice, StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", notice[..notice.IndexOf("</section>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("data-testid=\"open-navigation\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no such page", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/customers/c0000001")]
    [InlineData("/segments/1")]
    [InlineData("/runs/1")]
    public async Task What_is_there_is_200(string address)
    {
        using var client = await site.ClientAsync(Roles.Analyst);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_see_runs_does_not_learn_which_there_are()
    {
        using var client = await site.ClientAsync(Roles.Viewer);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/runs/99999")).StatusCode);
    }
}
