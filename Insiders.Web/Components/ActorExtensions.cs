using System.Security.Claims;
using Insiders.Core.Application.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace Insiders.Web.Components;

/// <summary>Converts the signed-in person to the actor of a use case.</summary>
public static class ActorExtensions
{
    /// <summary>The person; <see cref="Actor.Nobody"/> when nobody is signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal? person)
    {
        if (person?.Identity is not { IsAuthenticated: true, Name: { Length: > 0 } name } || person.FindFirstValue(ClaimTypes.NameIdentifier) is not { Length: > 0 } id)
        {
            return Actor.Nobody;
        }

        return new(id, name, RoleOf(person));
    }

    /// <summary>True when the person's role includes the given one; false when nobody is signed in.</summary>
    public static bool May(this ClaimsPrincipal person, Role role)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Identity?.IsAuthenticated == true && RoleOf(person) >= role;
    }

    /// <summary>The person of a page.</summary>
    public static async Task<Actor> ToActorAsync(this Task<AuthenticationState>? signedIn) => signedIn is null ? Actor.Nobody : (await signedIn).User.ToActor();

    private static Role RoleOf(ClaimsPrincipal person) => person.IsInRole(nameof(Role.Admin)) ? Role.Admin : person.IsInRole(nameof(Role.Analyst)) ? Role.Analyst : Role.Viewer;
}
