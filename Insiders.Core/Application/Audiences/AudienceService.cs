using System.Collections.Concurrent;
using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Audiences;

/// <summary>Saving, listing and changing audiences: everybody has their own, analysts share theirs and look after shared ones.</summary>
public sealed class AudienceService(IAudienceStore store, AccessCheck access, TimeProvider time) : IPublicationFollower
{
    /// <summary>How long a deleted audience can be had back.</summary>
    public static TimeSpan KeptAfterDeletion { get; } = TimeSpan.FromDays(30);

    /// <summary>The audiences an actor sees, newest first: their own and shared ones. Deleted ones are left out.</summary>
    public async Task<ImmutableArray<Audience>> ListAsync(Actor actor, CancellationToken cancellationToken)
        => [.. (await store.ListAsync(cancellationToken)).Where(audience => audience.DeletedAt is null && Sees(actor, audience)).Reverse()];

    /// <summary>An audience; null when the actor sees none of that id.</summary>
    public async Task<Audience?> FindAsync(Actor actor, long audienceId, CancellationToken cancellationToken)
        => (await ListAsync(actor, cancellationToken)).FirstOrDefault(audience => audience.Id == audienceId);

    /// <summary>The customers of an audience in a run; null when none is asked for or the actor sees none of that id.</summary>
    public async Task<AudiencePresence?> FindPresenceAsync(Actor actor, long? audienceId, CustomerTable customers, CancellationToken cancellationToken)
        => audienceId is { } id && await FindAsync(actor, id, cancellationToken) is { } audience ? await PresenceAsync(audience, customers, cancellationToken) : null;

    /// <summary>An audience with its customers in the published run and its past; null when the actor sees none of that id.</summary>
    public async Task<AudienceDetails?> FindDetailsAsync(Actor actor, long audienceId, PublishedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (await FindPresenceAsync(actor, audienceId, run.Customers, cancellationToken) is not { } presence)
        {
            return null;
        }

        if (presence.Audience.Rule is null)
        {
            return new(presence, []);
        }

        var snapshots = (await store.ListSnapshotsAsync(audienceId, cancellationToken)).Where(snapshot => snapshot.RunId != run.Run.Run.Id);
        return new(presence, AudienceStep.Between([.. snapshots, Snapshot(presence, run)]));
    }

    /// <inheritdoc/>
    /// <remarks>Keeps who meets each rule, so that later runs can be compared with it.</remarks>
    public async Task FollowAsync(PublishedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var snapshots = ImmutableArray.CreateBuilder<AudienceSnapshot>();
        foreach (var audience in (await store.ListAsync(cancellationToken)).Where(audience => audience is { Rule: not null, DeletedAt: null }))
        {
            var presence = await PresenceAsync(audience, run.Customers, cancellationToken);
            if (presence.Unanswered.IsEmpty)
            {
                snapshots.Add(Snapshot(presence, run));
            }
        }

        await store.RecordAsync(snapshots.ToImmutable(), cancellationToken);
    }

    /// <summary>How many customers some audiences have in a run, in their order. Neither members nor rules change, so each is counted once.</summary>
    /// <param name="audiences">Audiences that the actor sees.</param>
    /// <param name="run">The run; audiences saved in it are whole.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<ImmutableArray<int>> CountPresentAsync(ImmutableArray<Audience> audiences, PublishedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var known = run.Derive(static _ => new PresentCounts()).ByAudience;
        var counts = ImmutableArray.CreateBuilder<int>(audiences.Length);
        foreach (var audience in audiences)
        {
            if (!known.TryGetValue(audience.Id, out var count))
            {
                count = audience.RunId == run.Run.Run.Id && audience.Rule is null ? audience.Customers : (await PresenceAsync(audience, run.Customers, cancellationToken)).Rows.Length;
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

    /// <summary>Saves a fixed list of customers under a name.</summary>
    public Task<Result<Audience>> SaveAsync(Actor actor, string name, CustomerTable customers, ImmutableArray<int> rows, long runId, CancellationToken cancellationToken)
        => AddAsync(actor, name, null, customers, rows, runId, cancellationToken);

    /// <summary>Saves a rule under a name: its members are the customers of the published run who meet it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="name">Its name.</param>
    /// <param name="rule">The conditions; at least one.</param>
    /// <param name="run">The published run.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<Result<Audience>> SaveRuleAsync(Actor actor, string name, CustomerFilter rule, PublishedRun run, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Viewer, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(run);
        if (rule.IsNone || rule.Among is not null)
        {
            return Problem.Of(ProblemCode.AudienceRule);
        }

        var result = await AddAsync(actor, name, rule, run.Customers, run.Customers.Select(rule), run.Run.Run.Id, cancellationToken);
        if (result.TryGet(out var saved, out _))
        {
            await store.RecordAsync([Snapshot(await PresenceAsync(saved, run.Customers, cancellationToken), run)], cancellationToken);
        }

        return result;
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

    private async Task<Result<Audience>> AddAsync(Actor actor, string name, CustomerFilter? rule, CustomerTable customers, ImmutableArray<int> rows, long runId, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Viewer, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (CheckName(name) is { } problem)
        {
            return problem;
        }

        if (rule is null && rows.IsDefaultOrEmpty)
        {
            return Problem.Of(ProblemCode.AudienceEmpty);
        }

        ArgumentNullException.ThrowIfNull(customers);
        var now = time.GetUtcNow();
        var audience = new Audience(0, name.Trim(), actor.Id, actor.Name, rows.Length, runId, now) { Rule = rule };
        return await store.AddAsync(audience, [.. rows.Select(row => customers.Ids[row]).Order(StringComparer.Ordinal)], Entry(actor, "audience.saved", audience.Name), now - KeptAfterDeletion, cancellationToken);
    }

    private async Task<AudiencePresence> PresenceAsync(Audience audience, CustomerTable customers, CancellationToken cancellationToken)
        => audience.Rule is { } rule ? AudiencePresence.Of(audience, rule, customers) : AudiencePresence.Of(audience, await store.ReadMembersAsync(audience.Id, cancellationToken), customers);

    private static AudienceSnapshot Snapshot(AudiencePresence presence, PublishedRun run)
        => new(presence.Audience.Id, run.Run.Run.Id, run.Cleaning.LastDate, [.. presence.Rows.Select(row => run.Customers.Ids[row])]);

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

    private sealed class PresentCounts
    {
        public ConcurrentDictionary<long, int> ByAudience { get; } = new();
    }
}
