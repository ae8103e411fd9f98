using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Insiders.Web.Account.Passwords;

/// <summary>A one-time link that has been opened. Its token moves from the URL, which is visible, stored and passed on, to a cookie that only this site reads.</summary>
/// <param name="Person">The account's id.</param>
/// <param name="Token">The token that proves the link is genuine.</param>
public sealed record InvitationLink(string? Person, string? Token)
{
    /// <summary>The name of the cookie, which is sent only to the page of the link.</summary>
    public const string CookieName = "insiders-invitation";

    // Enough time to think of a password.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(30);

    /// <summary>The link that a browser has opened; empty when there is none or it was opened too long ago.</summary>
    public static InvitationLink Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            return context.Request.Cookies[CookieName] is { } kept ? JsonSerializer.Deserialize<InvitationLink>(Protector(context).Unprotect(kept))! : new(null, null);
        }
        catch (CryptographicException)
        {
            return new(null, null);
        }
    }

    /// <summary>Moves the token from the URL to the cookie and redirects to the URL without it.</summary>
    public void MoveTo(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(CookieName, Protector(context).Protect(JsonSerializer.Serialize(this), s_lifetime), Options(context));
        context.Response.Redirect(AccountAddresses.Accept);
    }

    /// <summary>Removes the cookie after the link is used.</summary>
    public static void Forget(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete(CookieName, Options(context));
    }

    private static ITimeLimitedDataProtector Protector(HttpContext context)
        => context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Insiders.InvitationLink").ToTimeLimitedDataProtector();

    private static CookieOptions Options(HttpContext context)
        => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = AccountAddresses.Accept };
}
