using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Insiders.Web.Account;

/// <summary>What the people page asks for: every change looks again whether the person asking still may, wherever the call came from.</summary>
public sealed class PeopleDesk(PeopleDirectory people, SessionCheck sessions, IAuthorizationService authorization)
{
    /// <summary>All accounts, by name.</summary>
    public Task<ImmutableArray<PersonRow>> ListAsync(CancellationToken cancellationToken) => people.ListAsync(cancellationToken);

    /// <summary>Makes a change.</summary>
    /// <returns>A one-time link as an address on this site, or null where the change makes none.</returns>
    /// <exception cref="AccountException">It cannot be; the message says why.</exception>
    public async Task<string?> MakeAsync(ClaimsPrincipal actor, PersonChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!(await authorization.AuthorizeAsync(actor, Policies.Administer)).Succeeded || !await sessions.HoldsAsync(actor))
        {
            throw new AccountException(Texts.ForbiddenText);
        }

        var name = actor.Identity!.Name!;
        switch (change)
        {
            case PersonChange.Invite invite:
                return await people.InviteAsync(invite.Name, invite.Email, invite.Role, name, cancellationToken);
            case PersonChange.Reset reset:
                return await people.ResetAsync(reset.Id, name, cancellationToken);
            case PersonChange.Promote promote:
                await people.ChangeRoleAsync(promote.Id, promote.Role, name, cancellationToken);
                return null;
            case PersonChange.Lock away:
                await people.LockAsync(away.Id, name, cancellationToken);
                return null;
            case PersonChange.Unlock back:
                await people.UnlockAsync(back.Id, name, cancellationToken);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "There is no such change.");
        }
    }
}
