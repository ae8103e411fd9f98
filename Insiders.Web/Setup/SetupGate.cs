using Insiders.Web.Account;

namespace Insiders.Web.Setup;

/// <summary>Who may go on with setting up: before there is an administrator whoever has the token, afterwards the administrator.</summary>
public static class SetupGate
{
    /// <summary>Looks who comes; a token moves from the address, which is seen and kept, to a cookie.</summary>
    /// <returns>Where setting up stands, and whether this visitor may go on.</returns>
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
