using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Insiders.Web.Account.Passwords;

/// <summary>A browser that a person has signed in with before. Attackers who guess passwords or flood the site from the same network do not slow it down.</summary>
/// <remarks>The cookie says whose browser it is and grants no access; only this site can write it.</remarks>
public static class RecognisedBrowser
{
    /// <summary>The name of the cookie, which is sent only to the account pages.</summary>
    public const string CookieName = "insiders-browser";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(365);

    /// <summary>The account's id; null for a browser that is not recognised.</summary>
    public static string? PersonOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            return context.Request.Cookies[CookieName] is { Length: > 0 } kept ? Protector(context).Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Sets the cookie.</summary>
    public static void Remember(HttpContext context, string personId)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(
            CookieName, Protector(context).Protect(personId, s_lifetime), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = s_lifetime, Path = "/account", IsEssential = true });
    }

    private static ITimeLimitedDataProtector Protector(HttpContext context)
        => context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Insiders.RecognisedBrowser").ToTimeLimitedDataProtector();
}
