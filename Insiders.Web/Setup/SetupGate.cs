using Insiders.Web.Account;

namespace Insiders.Web.Setup;

/// <summary>Decides who may continue the set-up: anyone with the token until there is an administrator, then only the administrator.</summary>
public static class SetupGate
{
    /// <summary>Checks the visitor. A token moves from the URL, which is visible and stored, to a cookie.</summary>
    /// <returns>The current step, and whether this visitor may continue.</returns>
    public static async Task<(SetupStep Step, bool MayGoOn)> EnterAsync(SetupState setup, HttpContext context, string? token)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(context);
        var step = await setup.FindStepAsync(context.RequestAborted);
        if (step == SetupStep.Closed)
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return (step, false);
        }

        if (step != SetupStep.Administrator)
        {
            var isAdmin = context.User.IsInRole(Roles.Admin);
            if (!isAdmin)
            {
                context.Response.Redirect(AccountAddresses.SignInFor(SetupEndpoints.Page));
            }

            return (step, isAdmin);
        }

        if (setup.IsToken(token))
        {
            context.Response.Cookies.Append(SetupEndpoints.CookieName, token!, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
            context.Response.Redirect(SetupEndpoints.Page);
            return (step, true);
        }

        var known = setup.IsToken(context.Request.Cookies[SetupEndpoints.CookieName]);
        if (!known)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return (step, known);
    }
}
