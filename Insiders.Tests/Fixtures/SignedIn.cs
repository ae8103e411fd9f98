using Insiders.Web.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Insiders.Tests.Fixtures;

/// <summary>Signs people in to a test's site: clients and windows with the session of a person in a role.</summary>
public static class SignedIn
{
    /// <summary>The administrator that the site is set up with.</summary>
    public const string AdminEmail = "ana@shop.example";

    /// <summary>The password of all accounts.</summary>
    public const string Password = "correct horse battery";

    /// <summary>A client that follows no redirects, signed in as a person with a role (<see cref="Roles"/>).</summary>
    public static async Task<HttpClient> ClientAsync(this SiteFactory site, string role)
    {
        var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = site.ClientOptions.BaseAddress });
        client.DefaultRequestHeaders.Add("Cookie", $"{Accounts.CookieName}={await SessionAsync(site, role)}");
        client.DefaultRequestHeaders.Add("Accept", "text/html, */*");
        return client;
    }

    /// <summary>Signs a browser window in as a person with a role; the site must be running.</summary>
    public static async Task AsAsync(this IPage page, SiteFactory site, string role)
    {
        var address = site.Serve();
        await page.Context.AddCookiesAsync([new Cookie { Name = Accounts.CookieName, Value = await SessionAsync(site, role), Url = address.ToString(), HttpOnly = true }]);
    }

    /// <summary>The account of a role, created if missing: <c>viewer@shop.example</c>, and so on.</summary>
    public static async Task<Person> PersonAsync(this SiteFactory site, string role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var email = role == Roles.Admin ? AdminEmail : $"{role}@shop.example".ToLowerInvariant();
        if (await people.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        var person = new Person { DisplayName = role, Email = email, UserName = email, Role = role };
        Assert.True((await people.CreateAsync(person, Password)).Succeeded);
        return person;
    }

    /// <summary>The value of a new session cookie for a person with a role, as signing in would set it.</summary>
    public static async Task<string> SessionAsync(SiteFactory site, string role)
    {
        var person = await site.PersonAsync(role);
        await using var scope = site.Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Person>>().CreateUserPrincipalAsync(person);
        principal.Identities.First().AddClaim(Sessions.Begin());
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        return cookie.TicketDataFormat.Protect(new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme));
    }
}
