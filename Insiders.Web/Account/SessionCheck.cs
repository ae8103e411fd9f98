using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Insiders.Web.Account;

/// <summary>Whether a cookie still speaks for somebody: its sign-in goes on, and the account's security stamp is the one it was made with.</summary>
/// <remarks>One look into the database for each request, so that a lock or a changed password counts at once.</remarks>
public sealed class SessionCheck(Sessions sessions, AccountQueries people, IOptions<IdentityOptions> options)
{
    /// <summary>True when the principal may go on.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal? principal)
    {
        if (principal?.Identity?.IsAuthenticated != true || sessions.HasEnded(principal))
        {
            return false;
        }

        var names = options.Value.ClaimsIdentity;
        return principal.FindFirstValue(names.UserIdClaimType) is { } id && principal.FindFirstValue(names.SecurityStampClaimType) is { } stamp
            && await people.FindSecurityStampAsync(id, CancellationToken.None) == stamp;
    }

    /// <summary>Refuses a cookie that does not hold any more.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var check = context.HttpContext.RequestServices.GetRequiredService<SessionCheck>();
        if (!await check.HoldsAsync(context.Principal))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }
}
