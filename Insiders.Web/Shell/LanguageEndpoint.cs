using System.Security.Claims;
using Insiders.Web.Account;

namespace Insiders.Web.Shell;

/// <summary>Stores a chosen language in a cookie and redirects back to the page the person was on.</summary>
public static class LanguageEndpoint
{
    /// <summary>Maps <c>/preferences/language</c>.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/preferences/language", async (string? culture, string? back, HttpContext context, PeopleDirectory people) =>
    {
        if (Languages.Has(culture))
        {
            Languages.Remember(context.Response, culture!);
            if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
            {
                await people.SaveLanguageAsync(id, culture!, context.RequestAborted);
            }
        }

        return Results.LocalRedirect(AccountAddresses.Local(back));
    }).AllowAnonymous();
}
