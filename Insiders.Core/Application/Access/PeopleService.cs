using System.Collections.Immutable;

namespace Insiders.Core.Application.Access;

/// <summary>What administrators do with accounts: invite, assign a role, lock, unlock, issue a link for a new password.</summary>
public sealed class PeopleService(IPeople people, AccessCheck access)
{
    /// <summary>All accounts, by name.</summary>
    public Task<ImmutableArray<PersonRow>> ListAsync(CancellationToken cancellationToken) => people.ListAsync(cancellationToken);

    /// <summary>Makes a change.</summary>
    /// <returns>A one-time link as an address on this site, or null when the change creates none.</returns>
    public async Task<Result<string?>> ChangeAsync(Actor actor, PersonChange change, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal ? refusal : await people.ChangeAsync(actor, change, cancellationToken);
}
