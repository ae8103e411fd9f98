using System.Net;
using System.Security.Claims;
using Insiders.Core.Application.Disk;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Account.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Account;

public sealed class EndedSessionTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task A_cookie_copied_before_its_owner_signed_out_is_refused_after_a_restart_too()
    {
        var (ended, other) = (await PrincipalAsync(), await PrincipalAsync());

        await site.Services.GetRequiredService<EndedSessions>().EndAsync(ended);

        var restarted = new Sessions();
        Assert.False(restarted.HasEnded(ended)); // memory alone has forgotten it
        await ServiceOf(restarted, TimeProvider.System).LoadAsync(CancellationToken.None);
        Assert.True(restarted.HasEnded(ended));
        Assert.False(restarted.HasEnded(other));
    }

    [Fact]
    public async Task An_end_is_forgotten_when_no_cookie_of_it_can_be_good_any_more()
    {
        var ended = await PrincipalAsync();
        await ServiceOf(new Sessions(), TimeProvider.System).EndAsync(ended);

        await ServiceOf(new Sessions(), new Later(Accounts.SessionLifetime + TimeSpan.FromMinutes(1))).LoadAsync(CancellationToken.None);

        var restarted = new Sessions();
        await ServiceOf(restarted, TimeProvider.System).LoadAsync(CancellationToken.None);
        Assert.False(restarted.HasEnded(ended));
    }

    [Fact]
    public async Task An_invitation_leaves_the_address_for_a_cookie_that_only_its_page_gets()
    {
        var link = await site.Services.GetRequiredService<PeopleDirectory>().InviteAsync("Hugo", "hugo@shop.example", Roles.Viewer, "ana", CancellationToken.None);
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

        var opened = await client.GetAsync(link);

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal(AccountAddresses.Accept, opened.Headers.Location!.OriginalString);
        Assert.Equal("no-referrer", Assert.Single(opened.Headers.GetValues("Referrer-Policy")));
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"), value => value.StartsWith(InvitationLink.CookieName, StringComparison.Ordinal));
        Assert.Contains("path=/account/accept", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split("token=")[1][40..80], cookie, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(AccountAddresses.Accept)).StatusCode);
        using var withCookie = new HttpRequestMessage(HttpMethod.Get, AccountAddresses.Accept);
        withCookie.Headers.Add("Cookie", cookie.Split(';')[0]);
        Assert.Contains("hugo@shop.example", await (await client.SendAsync(withCookie)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<ClaimsPrincipal> PrincipalAsync()
    {
        var person = await site.PersonAsync(Roles.Viewer);
        await using var scope = site.Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Person>>().CreateUserPrincipalAsync(person);
        principal.Identities.First().AddClaim(Sessions.Begin());
        return principal;
    }

    private EndedSessions ServiceOf(Sessions sessions, TimeProvider time)
        => new(sessions, site.Services.GetRequiredService<DataFolder>(), site.Services.GetRequiredService<IServiceScopeFactory>(), time);

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
