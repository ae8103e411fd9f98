using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Insiders.Core.Storage;

/// <summary>The audiences: a list of them and, for each, the ids of its customers, as texts among the settings.</summary>
/// <param name="settings">Where they are kept, and so what a backup contains.</param>
/// <remarks>Safe to use from several threads of one process. An audience of 200,000 customers is a text of about 2 MB.</remarks>
public sealed class AudienceStore(SettingsStore settings) : IDisposable
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 80;

    private const string ListKey = "audiences";

    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>How long a deleted audience can be had back.</summary>
    public static TimeSpan KeptAfterDeletion { get; } = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Every audience, deleted ones among them, in the order in which they were saved.</summary>
    public async Task<ImmutableArray<Audience>> ListAsync(CancellationToken cancellationToken)
        => await settings.FindAsync(ListKey, cancellationToken) is { } text ? [.. JsonSerializer.Deserialize<Audience[]>(text) ?? []] : [];

    /// <summary>The customers of an audience, by id, ordinal; none when there is no such audience.</summary>
    public async Task<ImmutableArray<string>> ReadMembersAsync(long audienceId, CancellationToken cancellationToken)
        => await settings.FindAsync(MembersKey(audienceId), cancellationToken) is { } text ? [.. JsonSerializer.Deserialize<string[]>(text) ?? []] : [];

    /// <summary>Saves customers under a name.</summary>
    /// <param name="name">Not blank, at most <see cref="LongestName"/> characters.</param>
    /// <param name="customerIds">The customers; at least one.</param>
    /// <param name="runId">The run they were picked in.</param>
    /// <param name="owner">Who saves.</param>
    /// <param name="now">The time. Audiences deleted more than <see cref="KeptAfterDeletion"/> before are swept up.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="ArgumentException">The name or the list is not as it must be.</exception>
    public async Task<Audience> AddAsync(string name, ImmutableArray<string> customerIds, long runId, string owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Check(name);
        if (customerIds.IsDefaultOrEmpty)
        {
            throw new ArgumentException("An audience lists at least one customer.", nameof(customerIds));
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            var known = await ListAsync(cancellationToken);
            var audience = new Audience(known.Select(other => other.Id).DefaultIfEmpty().Max() + 1, name.Trim(), owner, customerIds.Length, runId, now);
            var members = JsonSerializer.Serialize(customerIds.Order(StringComparer.Ordinal));
            await settings.SaveAsync(MembersKey(audience.Id), members, owner, now, cancellationToken);
            foreach (var gone in known.Where(other => IsSweptUp(other, now)))
            {
                await settings.SaveAsync(MembersKey(gone.Id), "[]", owner, now, cancellationToken);
            }

            await SaveListAsync([.. known.Where(other => !IsSweptUp(other, now)), audience], owner, now, cancellationToken);
            return audience;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Renames, shares, deletes or restores an audience.</summary>
    /// <param name="audienceId">Which; nothing happens when it is not there.</param>
    /// <param name="change">What becomes of it. Its id and its customers stay.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="ArgumentException">The new name is blank or too long.</exception>
    public async Task ChangeAsync(long audienceId, Func<Audience, Audience> change, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var known = await ListAsync(cancellationToken);
            var changed = known.Select(audience => audience.Id == audienceId ? change(audience) with { Id = audienceId } : audience).ToImmutableArray();
            foreach (var audience in changed)
            {
                Check(audience.Name);
            }

            await SaveListAsync(changed, actor, now, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static bool IsSweptUp(Audience audience, DateTimeOffset now) => audience.DeletedAt < now - KeptAfterDeletion;

    private static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Trim().Length > LongestName)
        {
            throw new ArgumentException($"A name has at most {LongestName} characters, not {name.Trim().Length}.", nameof(name));
        }
    }

    private static string MembersKey(long audienceId) => string.Create(CultureInfo.InvariantCulture, $"audience:{audienceId}");

    private Task SaveListAsync(ImmutableArray<Audience> audiences, string actor, DateTimeOffset now, CancellationToken cancellationToken)
        => settings.SaveAsync(ListKey, JsonSerializer.Serialize(audiences.AsEnumerable()), actor, now, cancellationToken);
}
