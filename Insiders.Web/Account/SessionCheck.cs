using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Insiders.Web.Account;

/// <summary>Checks whether a session cookie is still valid: its sign-in has not ended, and the account's security stamp is unchanged.</summary>
/// <remarks>Costs one database query per request, so that a lock or a changed password takes effect at once.</remarks>
public sealed class SessionCheck(Sessions sessions, AccountQueries people, IOptions<IdentityOptions> options)
{
    /// <summary>True when the principal's sign-in is still valid.</summary>
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

    /// <summary>Rejects a cookie that is no longer valid.</summary>
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
