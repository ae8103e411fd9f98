using System.Collections.Immutable;

namespace Insiders.Core.Application.Access;

/// <summary>The people who have an account, and what can be done to them.</summary>
public interface IPeople
{
    /// <summary>All accounts, by name.</summary>
    Task<ImmutableArray<PersonRow>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes a change, with its line in the audit.</summary>
    /// <returns>A one-time link as an address on this site, null where the change makes none; or why it cannot be.</returns>
    Task<Result<string?>> ChangeAsync(Actor actor, PersonChange change, CancellationToken cancellationToken);
}
