using System.Collections.Immutable;

namespace Insiders.Core.Application.Audiences;

/// <summary>How an audience changed from one run to the next.</summary>
/// <param name="RunId">The later run.</param>
/// <param name="AsOf">The last day with sales in it.</param>
/// <param name="Customers">How many customers it then had.</param>
/// <param name="Came">Customers who were not in it before, by id; empty for the first run.</param>
/// <param name="Went">Customers who were in it before and no longer are, by id.</param>
public sealed record AudienceStep(long RunId, DateOnly AsOf, int Customers, ImmutableArray<string> Came, ImmutableArray<string> Went)
{
    /// <summary>The steps between snapshots.</summary>
    /// <param name="snapshots">One per run, in the order in which they were taken.</param>
    public static ImmutableArray<AudienceStep> Between(ImmutableArray<AudienceSnapshot> snapshots)
    {
        var steps = ImmutableArray.CreateBuilder<AudienceStep>(snapshots.Length);
        AudienceSnapshot? before = null;
        foreach (var snapshot in snapshots)
        {
            steps.Add(new(
                snapshot.RunId,
                snapshot.AsOf,
                snapshot.CustomerIds.Length,
                before is null ? [] : Missing(snapshot.CustomerIds, before.CustomerIds),
                before is null ? [] : Missing(before.CustomerIds, snapshot.CustomerIds)));
            before = snapshot;
        }

        return steps.ToImmutable();
    }

    private static ImmutableArray<string> Missing(ImmutableArray<string> from, ImmutableArray<string> others)
    {
        var known = others.ToHashSet(StringComparer.Ordinal);
        return [.. from.Where(id => !known.Contains(id))];
    }
}
