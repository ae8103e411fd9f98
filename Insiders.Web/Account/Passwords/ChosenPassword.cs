using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Insiders.Web.Account.Passwords;

/// <summary>Tells the sign-in page, once, who has just chosen a password: in a cookie, for an address is seen, kept and passed on.</summary>
public static class ChosenPassword
{
    private const string CookieName = "insiders-chosen-password";

    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Remembers an e-mail address for the page of sign-in that follows.</summary>
    public static void Remember(HttpContext context, string email)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append(CookieName, Protector(context).Protect(email, s_lifetime), Options(context));
    }

    /// <summary>The address that was remembered, which is forgotten by this; null when there is none.</summary>
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
