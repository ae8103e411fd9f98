using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Insiders.Web.Account.Passwords;

/// <summary>Passes the e-mail address of a person who has just chosen a password to the sign-in page, once. It uses a cookie because URLs are visible, stored and passed on.</summary>
public static class ChosenPassword
{
    private const string CookieName = "insiders-chosen-password";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Stores an e-mail address for the sign-in page that follows.</summary>
    public static void Remember(HttpContext context, string email)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(CookieName, Protector(context).Protect(email, s_lifetime), Options(context));
    }

    /// <summary>Returns the stored address and removes it; null when there is none.</summary>
    public static string? Take(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Cookies[CookieName] is not { } kept)
        {
            return null;
        }

        context.Response.Cookies.Delete(CookieName, Options(context));
        try
        {
            return Protector(context).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(HttpContext context)
        => context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Insiders.ChosenPassword").ToTimeLimitedDataProtector();

    private static CookieOptions Options(HttpContext context)
        => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = AccountAddresses.SignIn };
}
