using Insiders.Core.Application.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Insiders.Web.Account;

/// <summary>Account endpoints that are not pages.</summary>
public static class AccountEndpoints
{
    /// <summary>Maps sign-out, which takes a POST with an anti-forgery token so that no other site can trigger it.</summary>
    public static void MapAccount(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(AccountAddresses.SignOut, async ([FromForm] string? back, HttpContext context, EndedSessions sessions, IAuditLog audit, TimeProvider time) =>
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            await sessions.EndAsync(context.User);
            var actor = context.User.Identity!.Name!;
            await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor, "person.signed-out", actor), CancellationToken.None);
            return Results.LocalRedirect(back is null ? AccountAddresses.SignIn : AccountAddresses.SignInFor(AccountAddresses.Local(back)));
        });
}
