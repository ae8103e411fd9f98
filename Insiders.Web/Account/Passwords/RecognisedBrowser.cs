using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Insiders.Web.Account.Passwords;

/// <summary>A browser that somebody has signed in with before: strangers who guess at an account, or flood from the same network, do not slow it.</summary>
/// <remarks>A cookie that says whose browser it is and opens nothing; only this site can write it.</remarks>
public static class RecognisedBrowser
{
    /// <summary>The cookie, sent to the pages of accounts only.</summary>
    public const string CookieName = "insiders-browser";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(365);

    /// <summary>The account's id; null for a browser that is not known.</summary>
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

    /// <summary>Remembers whose browser it is.</summary>
    public static void Remember(HttpContext context, string personId)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(
            CookieName, Protector(context).Protect(personId, s_lifetime), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = s_lifetime, Path = "/account", IsEssential = true });
    }

    private static ITimeLimitedDataProtector Protector(HttpContext context)
        => context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Insiders.RecognisedBrowser").ToTimeLimitedDataProtector();
}
