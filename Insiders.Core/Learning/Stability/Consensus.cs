using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Learning.Stability;

/// <summary>One partition from several of the same rows: rows that most of them put together stay together.</summary>
/// <remarks>
/// Evidence accumulation (Fred and Jain 2005): two rows are as far apart as the share of partitions that part them, and average linkage joins them. Rows that no partition parts are one from the start, so the
/// cost depends on how many kinds of rows there are, not on the rows. See <c>docs/methods/stability.md</c>.
/// </remarks>
public static class Consensus
{
    /// <summary>Combines partitions.</summary>
    /// <param name="partitions">At least one, of the same rows; noise counts as a cluster.</param>
    /// <param name="clusters">Clusters wanted; null: the median of theirs, the lower one of two.</param>
    /// <param name="cancellationToken">Looked at once per join.</param>
    /// <returns>Clusters numbered by their first rows; the order of the partitions does not matter. Rows that no partition parts stay together: then some clusters are empty.</returns>
    /// <exception cref="ArgumentException">There is none, their rows differ in number, or there are fewer rows than clusters.</exception>
    /// <remarks>O(rows · partitions + kinds² · partitions) time and O(kinds²) memory; kinds are rows with the same labels in every partition.</remarks>
    public static Partition Of(IReadOnlyList<Partition> partitions, int? clusters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        if (partitions.Count == 0 || partitions[0].Labels.IsEmpty)
        {
            throw new ArgumentException("A consensus needs at least one partition of at least one row.", nameof(partitions));
        }

        var rows = partitions[0].Labels.Length;
        if (partitions.FirstOrDefault(partition => partition.Labels.Length != rows) is { } other)
        {
            throw new ArgumentException($"Partitions of {rows} and {other.Labels.Length} rows cannot be combined.", nameof(partitions));
        }

        int[] counts = [.. partitions.Select(partition => partition.ClusterCount).Order()];
        var wanted = clusters ?? Math.Max(1, counts[(counts.Length - 1) / 2]);
        if (wanted > rows)
        {
            throw new ArgumentException($"{wanted} clusters cannot be found in {rows} rows.", nameof(clusters));
        }

        var kindOf = Kinds(partitions, rows, out var firsts, out var sizes);
        var apart = new double[firsts.Count][];
        for (var a = 0; a < apart.Length; a++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            apart[a] = new double[a];
            for (var b = 0; b < a; b++)
            {
                apart[a][b] = (double)partitions.Count(partition => partition.Labels[firsts[a]] != partition.Labels[firsts[b]]) / partitions.Count;
            }
        }

        var labels = Hierarchical.AverageOf(apart, sizes, cancellationToken).Cut(Math.Min(wanted, firsts.Count)).Labels;
        return new Partition([.. kindOf.Select(kind => labels[kind])], wanted);
    }

    /// <summary>Which rows have the same labels in every partition; kinds are numbered by their first rows.</summary>
    private static int[] Kinds(IReadOnlyList<Partition> partitions, int rows, out List<int> firsts, out List<double> sizes)
    {
        // Partition after partition splits the kinds that there are.
        var kindOf = new int[rows];
        var count = 1;
        foreach (var partition in partitions)
        {
            var split = new Dictionary<(int Kind, int Label), int>();
            for (var i = 0; i < rows; i++)
            {
                var key = (kindOf[i], partition.Labels[i]);
                if (!split.TryGetValue(key, out var kind))
                {
                    split.Add(key, kind = split.Count);
                }

                kindOf[i] = kind;
            }

            count = split.Count;
        }

        firsts = [.. Enumerable.Repeat(-1, count)];
        sizes = [.. Enumerable.Repeat(0.0, count)];
        for (var i = 0; i < rows; i++)
        {
            firsts[kindOf[i]] = firsts[kindOf[i]] < 0 ? i : firsts[kindOf[i]];
            sizes[kindOf[i]]++;
        }

        return kindOf;
    }
}
