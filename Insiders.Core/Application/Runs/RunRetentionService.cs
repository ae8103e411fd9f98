using System.Collections.Immutable;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Settings;

namespace Insiders.Core.Application.Runs;

/// <summary>Removes the figures of old runs' customers, as far as an administrator wants it.</summary>
/// <remarks>
/// A run whose figures were removed keeps its segments, its candidates and who was in which segment, but can no longer be published. The published run and
/// the one published before it always keep theirs, so that there is a way back.
/// </remarks>
public sealed class RunRetentionService(IRunStore store, SettingsService settings, AccessCheck access, TimeProvider time) : IPublicationFollower
{
    /// <summary>The runs whose customers still have their figures and may lose them, newest first.</summary>
    public async Task<ImmutableArray<StoredCustomers>> ListAsync(CancellationToken cancellationToken)
    {
        var before = await store.FindPublicationBeforeAsync(cancellationToken);
        var runs = ImmutableArray.CreateBuilder<StoredCustomers>();
        foreach (var run in (await store.ListRunsAsync(cancellationToken)).Where(run => run is { State: RunState.Succeeded, CustomersRemovedAt: null }))
        {
            if (!run.IsPublished && run.Id != before?.RunId)
            {
                runs.Add(await store.MeasureCustomersAsync(run.Id, cancellationToken));
            }
        }

        return runs.ToImmutable();
    }

    /// <summary>The runs that lose their customers' figures under a setting.</summary>
    /// <param name="retention">The setting.</param>
    /// <param name="runs">All runs.</param>
    /// <param name="candidates">The runs that may lose them, as <see cref="ListAsync"/> gives them.</param>
    public static ImmutableArray<StoredCustomers> Removed(InstallationRetention retention, ImmutableArray<RunSummary> runs, ImmutableArray<StoredCustomers> candidates)
    {
        ArgumentNullException.ThrowIfNull(retention);
        if (retention.RunsKept is not { } kept)
        {
            return [];
        }

        var newest = runs.Where(run => run.State == RunState.Succeeded).OrderByDescending(run => run.Id).Take(kept).Select(run => run.Id).ToHashSet();
        return [.. candidates.Where(run => !newest.Contains(run.RunId))];
    }

    /// <summary>Saves the setting and applies it at once.</summary>
    /// <returns>The runs whose figures were removed.</returns>
    public async Task<Result<ImmutableArray<StoredCustomers>>> SaveAsync(Actor actor, InstallationRetention retention, CancellationToken cancellationToken)
        => await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal ? refusal
            : (await settings.SaveAsync(actor, retention, cancellationToken)).Problem is { } problem ? problem
            : await ApplyAsync(actor.Name, retention, cancellationToken);

    /// <inheritdoc/>
    public async Task FollowAsync(PublishedRun run, CancellationToken cancellationToken)
        => await ApplyAsync(Actor.Program.Name, await settings.ReadRetentionAsync(cancellationToken), cancellationToken);

    private async Task<ImmutableArray<StoredCustomers>> ApplyAsync(string actor, InstallationRetention retention, CancellationToken cancellationToken)
    {
        if (retention.RunsKept is null)
        {
            return [];
        }

        var removed = Removed(retention, await store.ListRunsAsync(cancellationToken), await ListAsync(cancellationToken));
        foreach (var run in removed)
        {
            await store.RemoveCustomersAsync(run.RunId, actor, time.GetUtcNow(), cancellationToken);
        }

        return removed;
    }
}
