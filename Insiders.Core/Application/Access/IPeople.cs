using System.Collections.Immutable;

namespace Insiders.Core.Application.Access;

/// <summary>Reads and changes the accounts.</summary>
public interface IPeople
{
    /// <summary>All accounts, by name.</summary>
    Task<ImmutableArray<PersonRow>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Makes a change and writes its audit entry.</summary>
    /// <returns>A one-time link as an address on this site, null when the change creates none; or the problem that prevents the change.</returns>
    Task<Result<string?>> ChangeAsync(Actor actor, PersonChange change, CancellationToken cancellationToken);
}
