namespace Insiders.Core.Learning.Sweep;

/// <summary>A winner that stands on the edge of what was tried: a better number of clusters may lie beyond.</summary>
/// <param name="Best">The number of clusters that won.</param>
/// <param name="Tried">The fewest and the most that were tried.</param>
/// <param name="Wider">A range that goes on beyond that edge.</param>
public sealed record SweepEdge(int Best, (int Minimum, int Maximum) Tried, (int Minimum, int Maximum) Wider)
{
    private const int LeastStep = 6;

    /// <summary>Looks whether the winner stands on an edge that can be moved.</summary>
    /// <param name="candidates">What was tried, ascending.</param>
    /// <param name="best">The winner; null for none.</param>
    /// <param name="customers">Customers of the run: there are always fewer clusters.</param>
    /// <returns>Null inside the range, and where nothing lies beyond: 2 clusters are the fewest, and the most that options allow are the most.</returns>
    public static SweepEdge? Find(IReadOnlyList<Candidate> candidates, int? best, int customers)
    {
        ArgumentNullException.ThrowIfNull(candidates);

        // A method that finds the number itself has not been asked for any: it says nothing of the range.
        int[] asked = [.. candidates.Where(candidate => !candidate.IsByRule && !MethodCatalog.All.Clusterers.Any(entry => entry.Kind == candidate.Method && entry.FindsClusterCount)).Select(candidate => candidate.ClusterCount)];
        if (best is not { } winner || asked.Length == 0)
        {
            return null;
        }

        var (low, high) = (asked[0], asked[^1]);

        // Who asks for the most clusters that are stable does not look for fewer.
        var step = Math.Max(LeastStep, (high - low) / 2);
        var minimum = winner == low && candidates.All(candidate => candidate.Stability is null) ? Math.Max(SweepOptions.Fewest, low - step) : low;
        var maximum = winner == high ? Math.Max(high, Math.Min(Math.Min(SweepOptions.Most, customers - 1), high + step)) : high;
        return (minimum, maximum) == (low, high) ? null : new SweepEdge(winner, (low, high), (minimum, maximum));
    }
}
