using Microsoft.AspNetCore.Localization;

namespace Insiders.Web.Shell;

/// <summary>Keeps a chosen language in a cookie and goes back to where the person was.</summary>
public static class LanguageEndpoint
{
    /// <summary>Adds <c>/preferences/language</c>.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/preferences/language", (string? culture, string? back, HttpContext context) =>
    {
        if (Languages.Has(culture))
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture!)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true });
        }

        // Only an address of this site: "//elsewhere" and "/\elsewhere" would leave it.
        var local = back is ['/', ..] and not ['/', '/' or '\\', ..] ? back : "/";
        return Results.LocalRedirect(local);
    });
}
