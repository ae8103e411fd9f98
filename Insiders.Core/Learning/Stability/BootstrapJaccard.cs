using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Stability;

/// <summary>Clusters the points again and again, some of them drawn at random, and looks how much of each cluster is found again.</summary>
/// <remarks>Hennig (2007), <em>Cluster-wise assessment of cluster stability</em>, section 3, as R's <c>fpc::clusterboot(bootmethod = "boot")</c>. See <c>docs/methods/stability.md</c>.</remarks>
public static class BootstrapJaccard
{
    private const double DissolvedAt = 0.5;
    private const double RecoveredAt = 0.75;

    /// <summary>Measures every cluster of a partition.</summary>
    /// <param name="points">Shape [rows × dimensions], finite: the space that the clusters were found in.</param>
    /// <param name="partition">One label per row; noise belongs to no cluster.</param>
    /// <param name="clusterer">The method that found it, for one thread: samples are clustered side by side. Its first start is taken.</param>
    /// <param name="options">Samples and their seed.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="progress">Told the share of samples done, or null.</param>
    /// <param name="cancellationToken">Looked at before each sample and by the method.</param>
    /// <returns>By cluster; an empty cluster has 0.</returns>
    /// <exception cref="ArgumentException">Label count differs from row count.</exception>
    /// <remarks>So many fits as samples, each of about 63 % of the rows: a row drawn twice counts once, as in fpc. A sample of fewer rows than clusters finds none again.</remarks>
    public static ImmutableArray<ClusterStability> Of(
        Matrix points, Partition partition, IClusterer clusterer, StabilityOptions options, int threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(clusterer);
        ArgumentNullException.ThrowIfNull(options);
        if (partition.Labels.Length != points.Rows)
        {
            throw new ArgumentException($"{partition.Labels.Length} labels do not fit {points.Rows} rows.", nameof(partition));
        }

        var found = new double[options.Resamples][];
        var done = 0;
        ParallelRows.For(options.Resamples, 1, threads, (sample, _) =>
        {
            int[] rows = Draw(points.Rows, Rng.Stream(options.Seed, (ulong)sample));
            if (rows.Length < partition.ClusterCount)
            {
                // So few customers that a sample cannot hold as many clusters: it finds none of them again.
                found[sample] = new double[partition.ClusterCount];
                return;
            }

            var again = clusterer.Fit(points.SelectRows(rows), partition.ClusterCount, 0, cancellationToken).Partition;
            found[sample] = Similarities(partition, again, rows);
            progress?.Report((double)Interlocked.Increment(ref done) / options.Resamples);
        }, cancellationToken);
        return [.. Enumerable.Range(0, partition.ClusterCount).Select(cluster => Summary([.. found.Select(sample => sample[cluster])]))];
    }

    /// <summary>The rows that as many draws with replacement as there are rows meet, ascending.</summary>
    private static int[] Draw(int rows, Rng rng)
    {
        var drawn = new bool[rows];
        for (var i = 0; i < rows; i++)
        {
            drawn[rng.NextInt(rows)] = true;
        }

        return [.. Enumerable.Range(0, rows).Where(i => drawn[i])];
    }

    /// <summary>For each cluster, of which only the rows of the sample count, its largest similarity with one of the sample: rows in both ÷ rows in either.</summary>
    private static double[] Similarities(Partition partition, Partition again, int[] rows)
    {
        var both = new int[partition.ClusterCount, again.ClusterCount];
        var own = new int[partition.ClusterCount];
        var theirs = again.Sizes();
        for (var i = 0; i < rows.Length; i++)
        {
            var (mine, other) = (partition.Labels[rows[i]], again.Labels[i]);
            if (mine != Partition.Noise)
            {
                own[mine]++;
                if (other != Partition.Noise)
                {
                    both[mine, other]++;
                }
            }
        }

        var similarities = new double[own.Length];
        for (var c = 0; c < own.Length; c++)
        {
            for (var d = 0; d < theirs.Length; d++)
            {
                var either = own[c] + theirs[d] - both[c, d];
                similarities[c] = Math.Max(similarities[c], either > 0 ? (double)both[c, d] / either : 0);
            }
        }

        return similarities;
    }

    private static ClusterStability Summary(double[] similarities)
    {
        var mean = similarities.Average();
        var variance = similarities.Length > 1 ? similarities.Sum(value => (value - mean) * (value - mean)) / (similarities.Length - 1) : 0;
        return new ClusterStability(
            mean, Math.Sqrt(variance / similarities.Length), similarities.Count(value => value <= DissolvedAt), similarities.Count(value => value >= RecoveredAt));
    }
}
