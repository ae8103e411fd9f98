using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Customers;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Audiences;

/// <summary>Saving, listing and changing audiences: everybody has their own, analysts share theirs and look after shared ones.</summary>
public sealed class AudienceService(IAudienceStore store, AccessCheck access, TimeProvider time)
{
    private readonly ConditionalWeakTable<CustomerTable, ConcurrentDictionary<long, int>> _present = [];

    /// <summary>How long a deleted audience can be had back.</summary>
    public static TimeSpan KeptAfterDeletion { get; } = TimeSpan.FromDays(30);

    /// <summary>The audiences an actor sees, newest first: their own and shared ones. Deleted ones are left out.</summary>
    public async Task<ImmutableArray<Audience>> ListAsync(Actor actor, CancellationToken cancellationToken)
        => [.. (await store.ListAsync(cancellationToken)).Where(audience => audience.DeletedAt is null && Sees(actor, audience)).Reverse()];

    /// <summary>The customers of an audience, by id; null when the actor sees none of that id.</summary>
    public async Task<ImmutableArray<string>?> FindMembersAsync(Actor actor, long? audienceId, CancellationToken cancellationToken)
        => audienceId is { } id && await FindAsync(actor, id, cancellationToken) is not null ? await store.ReadMembersAsync(id, cancellationToken) : null;

    /// <summary>An audience; null when the actor sees none of that id.</summary>
    public async Task<Audience?> FindAsync(Actor actor, long audienceId, CancellationToken cancellationToken)
        => (await ListAsync(actor, cancellationToken)).FirstOrDefault(audience => audience.Id == audienceId);

    /// <summary>What has become of an audience among some customers; null when the actor sees none of that id.</summary>
    public async Task<AudiencePresence?> FindPresenceAsync(Actor actor, long audienceId, CustomerTable customers, CancellationToken cancellationToken)
        => await FindAsync(actor, audienceId, cancellationToken) is { } audience ? AudiencePresence.Of(audience, await store.ReadMembersAsync(audienceId, cancellationToken), customers) : null;

    /// <summary>What has become of some audiences among the customers of a run, in their order. Members never change, so each is counted once.</summary>
    /// <param name="audiences">Audiences that the actor sees.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="runId">Their run: audiences saved in it are whole.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<ImmutableArray<int>> CountPresentAsync(ImmutableArray<Audience> audiences, CustomerTable customers, long runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var known = _present.GetValue(customers, static _ => new ConcurrentDictionary<long, int>());
        var counts = ImmutableArray.CreateBuilder<int>(audiences.Length);
        foreach (var audience in audiences)
        {
            if (!known.TryGetValue(audience.Id, out var count))
            {
                count = audience.RunId == runId ? audience.Customers : AudiencePresence.Of(audience, await store.ReadMembersAsync(audience.Id, cancellationToken), customers).Rows.Length;
                known[audience.Id] = count;
            }

            counts.Add(count);
        }

        return counts.ToImmutable();
    }

    /// <summary>True when an actor may rename or delete an audience.</summary>
    public static bool MayChange(Actor actor, Audience audience)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(audience);
        return audience.OwnerId == actor.Id || (audience.IsShared && MayShare(actor));
    }

    /// <summary>True when an actor may share audiences.</summary>
    public static bool MayShare(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role >= Role.Analyst;
    }

    /// <summary>Saves customers under a name.</summary>
    public async Task<Result<Audience>> SaveAsync(Actor actor, string name, CustomerTable customers, ImmutableArray<int> rows, long runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (await access.RefuseAsync(actor, Role.Viewer, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (CheckName(name) is { } problem)
        {
            return problem;
        }

        if (rows.IsDefaultOrEmpty)
        {
            return Problem.Of(ProblemCode.AudienceEmpty);
        }

        var now = time.GetUtcNow();
        var audience = new Audience(0, name.Trim(), actor.Id, actor.Name, rows.Length, runId, now);
        return await store.AddAsync(audience, [.. rows.Select(row => customers.Ids[row]).Order(StringComparer.Ordinal)], Entry(actor, "audience.saved", audience.Name), now - KeptAfterDeletion, cancellationToken);
    }

    /// <summary>Gives an audience another name.</summary>
    public async Task<Result> RenameAsync(Actor actor, long audienceId, string name, CancellationToken cancellationToken)
        => CheckName(name) is { } problem ? problem
            : await ChangeAsync(actor, Role.Viewer, audienceId, "audience.renamed", known => known with { Name = name.Trim() }, cancellationToken);

    /// <summary>Shows an audience to everybody, or to its owner alone again.</summary>
    public Task<Result> ShareAsync(Actor actor, long audienceId, bool isShared, CancellationToken cancellationToken)
        => ChangeAsync(actor, Role.Analyst, audienceId, isShared ? "audience.shared" : "audience.unshared", known => known with { IsShared = isShared }, cancellationToken);

    /// <summary>Deletes an audience; <see cref="RestoreAsync"/> has it back.</summary>
    public Task<Result> DeleteAsync(Actor actor, long audienceId, CancellationToken cancellationToken)
        => ChangeAsync(actor, Role.Viewer, audienceId, "audience.deleted", known => known with { DeletedAt = time.GetUtcNow() }, cancellationToken);

    /// <summary>Has a deleted audience back.</summary>
    public Task<Result> RestoreAsync(Actor actor, long audienceId, CancellationToken cancellationToken)
        => ChangeAsync(actor, Role.Viewer, audienceId, "audience.restored", known => known with { DeletedAt = null }, cancellationToken);

    private static bool Sees(Actor actor, Audience audience) => audience.IsShared || audience.OwnerId == actor.Id;

    private static Problem? CheckName(string? name)
        => name?.Trim() is { Length: > 0 and <= Audience.LongestName } ? null : Problem.Of(ProblemCode.AudienceName, Audience.LongestName);

    // Asked of the store, not of what the page remembers: a share may have been taken back since.
    private async Task<Result> ChangeAsync(Actor actor, Role least, long audienceId, string action, Func<Audience, Audience> change, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, least, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if ((await store.ListAsync(cancellationToken)).FirstOrDefault(known => known.Id == audienceId) is not { } audience || !Sees(actor, audience))
        {
            return Problem.Of(ProblemCode.AudienceGone);
        }

        if (!MayChange(actor, audience))
        {
            return Problem.Of(ProblemCode.AccessDenied);
        }

        await store.SaveAsync(change(audience), Entry(actor, action, audience.Name), cancellationToken);
        return Result.Done;
    }

    private AuditEntry Entry(Actor actor, string action, string name) => new(0, time.GetUtcNow(), actor.Name, action, name);
}
