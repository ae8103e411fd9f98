using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Insiders.Core.Customers;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Hosting;

namespace Insiders.Web.Audiences;

/// <summary>Who may do what with audiences: everybody saves, renames and deletes their own; analysts share theirs, and look after shared ones.</summary>
public sealed class AudienceDesk(AudienceStore store, AuditLog audit, TimeProvider time)
{
    private readonly ConditionalWeakTable<CustomerBase, ConcurrentDictionary<long, int>> _present = [];

    /// <summary>The audiences a person sees, newest first: their own and shared ones. Deleted ones are left out.</summary>
    public async Task<ImmutableArray<Audience>> ListAsync(string person, CancellationToken cancellationToken)
        => [.. (await store.ListAsync(cancellationToken)).Where(audience => audience.DeletedAt is null && Sees(audience, person)).Reverse()];

    /// <summary>The customers of an audience, by id; null when the person sees none of that id.</summary>
    public async Task<ImmutableArray<string>?> FindMembersAsync(long? audienceId, string person, CancellationToken cancellationToken)
        => audienceId is { } id && await FindAsync(id, person, cancellationToken) is not null ? await store.ReadMembersAsync(id, cancellationToken) : null;

    /// <summary>An audience; null when the person sees none of that id.</summary>
    public async Task<Audience?> FindAsync(long audienceId, string person, CancellationToken cancellationToken)
        => (await ListAsync(person, cancellationToken)).FirstOrDefault(audience => audience.Id == audienceId);

    /// <summary>What has become of an audience in a base; null when the person sees none of that id.</summary>
    public async Task<AudiencePresence?> FindPresenceAsync(long audienceId, CustomerBase customers, string person, CancellationToken cancellationToken)
        => await FindAsync(audienceId, person, cancellationToken) is { } audience ? AudiencePresence.Of(audience, await store.ReadMembersAsync(audienceId, cancellationToken), customers) : null;

    /// <summary>What has become of some audiences in the base of a run, in their order. Members never change, so each is counted once per base.</summary>
    /// <param name="audiences">Audiences that the person sees.</param>
    /// <param name="customers">The base.</param>
    /// <param name="runId">Its run: those saved in it are whole.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<ImmutableArray<int>> CountPresentAsync(ImmutableArray<Audience> audiences, CustomerBase customers, long runId, CancellationToken cancellationToken)
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

    /// <summary>True when a person may rename or delete an audience.</summary>
    public static bool MayChange(Audience audience, ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(audience);
        return audience.Owner == Acting.Name(person) || (audience.IsShared && MayShare(person));
    }

    /// <summary>True when a person may share audiences.</summary>
    public static bool MayShare(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.IsInRole(Roles.Analyst) || person.IsInRole(Roles.Admin);
    }

    /// <summary>Saves customers under a name.</summary>
    /// <exception cref="ArgumentException">The name is blank or too long, or nobody is listed.</exception>
    public async Task<Audience> SaveAsync(string name, CustomerBase customers, ImmutableArray<int> rows, long runId, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var audience = await store.AddAsync(name, [.. rows.Select(row => customers.Ids[row])], runId, Acting.Name(person), time.GetUtcNow(), cancellationToken);
        await WriteDownAsync("audience.saved", audience.Name, person, cancellationToken);
        return audience;
    }

    /// <summary>Gives an audience another name.</summary>
    /// <exception cref="ArgumentException">The name is blank or too long.</exception>
    public Task RenameAsync(Audience audience, string name, ClaimsPrincipal person, CancellationToken cancellationToken)
        => ChangeAsync(audience, "audience.renamed", known => known with { Name = name.Trim() }, person, cancellationToken);

    /// <summary>Shows an audience to everybody, or to its owner alone again.</summary>
    public Task ShareAsync(Audience audience, bool isShared, ClaimsPrincipal person, CancellationToken cancellationToken)
        => MayShare(person) ? ChangeAsync(audience, isShared ? "audience.shared" : "audience.unshared", known => known with { IsShared = isShared }, person, cancellationToken) : Task.CompletedTask;

    /// <summary>Deletes an audience; <see cref="RestoreAsync"/> has it back.</summary>
    public Task DeleteAsync(Audience audience, ClaimsPrincipal person, CancellationToken cancellationToken)
        => ChangeAsync(audience, "audience.deleted", known => known with { DeletedAt = time.GetUtcNow() }, person, cancellationToken);

    /// <summary>Has a deleted audience back.</summary>
    public Task RestoreAsync(Audience audience, ClaimsPrincipal person, CancellationToken cancellationToken)
        => ChangeAsync(audience, "audience.restored", known => known with { DeletedAt = null }, person, cancellationToken);

    private static bool Sees(Audience audience, string person) => audience.IsShared || audience.Owner == person;

    // Asked of the store, not of what the page remembers: a share may have been taken back since.
    private async Task ChangeAsync(Audience audience, string action, Func<Audience, Audience> change, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if ((await store.ListAsync(cancellationToken)).FirstOrDefault(known => known.Id == audience.Id) is { } known && MayChange(known, person))
        {
            await store.ChangeAsync(audience.Id, change, Acting.Name(person), time.GetUtcNow(), cancellationToken);
            await WriteDownAsync(action, audience.Name, person, cancellationToken);
        }
    }

    private Task WriteDownAsync(string action, string name, ClaimsPrincipal person, CancellationToken cancellationToken)
        => audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), Acting.Name(person), action, name), cancellationToken);
}
