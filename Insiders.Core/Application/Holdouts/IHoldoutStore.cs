using System.Collections.Immutable;
using Insiders.Core.Application.Audit;

namespace Insiders.Core.Application.Holdouts;

/// <summary>Hold-outs and who is in which arm. Every change and its audit entry are written in one transaction.</summary>
public interface IHoldoutStore
{
    /// <summary>All of them, newest first.</summary>
    Task<ImmutableArray<Holdout>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The customers of one, by id; none where there is no such hold-out.</summary>
    Task<ImmutableArray<HoldoutMember>> ReadMembersAsync(long holdoutId, CancellationToken cancellationToken);

    /// <summary>Stores a new one.</summary>
    /// <param name="holdout">The hold-out; its id is not looked at.</param>
    /// <param name="members">Its customers.</param>
    /// <param name="entry">The audit entry.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>Its id.</returns>
    Task<long> CreateAsync(Holdout holdout, IReadOnlyCollection<HoldoutMember> members, AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Adds customers to a hold-out; those already in it keep their arm.</summary>
    Task AddAsync(long holdoutId, IReadOnlyCollection<HoldoutMember> members, AuditEntry entry, CancellationToken cancellationToken);
}
