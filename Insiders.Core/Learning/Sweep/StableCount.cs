using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Stability;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Sweep;

/// <summary>Chooses the number of clusters by what is found again: the most clusters of which every one is stable.</summary>
/// <remarks>
/// A cluster is stable from a mean Jaccard similarity of <see cref="LeastSimilarity"/> on: within what Hennig (2007) calls valid, and the bound that Tibshirani and Walther (2005) give for
/// the most clusters that predict themselves, whose rule this is. A cluster of one row cannot be stable: more than a third of the samples do not have the row.
/// </remarks>
internal static class StableCount
{
    /// <summary>Mean Jaccard similarity that every cluster has to reach.</summary>
    public const double LeastSimilarity = 0.8;

    // Far below the bound after the first samples, the others cannot change that.
    private const double HopelessBelow = 0.7;
    private const int FirstResamples = 10;
    private const int Resamples = 50;
    private const int MostRows = 5_000;

    /// <summary>The mean Jaccard similarity of each partition's least stable cluster, from the most clusters down to the first number that is stable.</summary>
    /// <param name="points">Shape [rows × dimensions].</param>
    /// <param name="partitions">Of these rows, each with the method that found it, for one thread.</param>
    /// <param name="seed">Seed of the samples.</param>
    /// <param name="threads">Threads to use. The result does not depend on it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>In the order of the partitions; null for those with fewer clusters, which can no longer be chosen.</returns>
    /// <remarks>Above 5,000 rows an evenly spread part of them is sampled from. A partition that the first ten samples hardly find again is given up.</remarks>
    public static ImmutableArray<double?> Measure(
        Matrix points, ImmutableArray<(Partition Partition, IClusterer Clusterer)> partitions, ulong seed, int threads, CancellationToken cancellationToken)
    {
        int[] rows = [.. EvenSample.Of(points.Rows, MostRows)];
        var part = rows.Length == points.Rows ? points : points.SelectRows(rows);
        var found = new double?[partitions.Length];
        foreach (var sameCount in Enumerable.Range(0, partitions.Length).GroupBy(i => partitions[i].Partition.ClusterCount).OrderByDescending(group => group.Key))
        {
            foreach (var i in sameCount)
            {
                var (partition, clusterer) = partitions[i];
                var labels = rows.Length == points.Rows ? partition : new Partition([.. rows.Select(row => partition.Labels[row])], partition.ClusterCount);
                found[i] = Least(FirstResamples) is var first and < HopelessBelow ? first : Least(Resamples);

                double Least(int resamples) => BootstrapJaccard.Of(part, labels, clusterer.ForSamples, new StabilityOptions { Resamples = resamples, Seed = seed }, threads, null, cancellationToken)
                    .Zip(labels.Sizes()).Where(cluster => cluster.Second > 0).Select(cluster => cluster.First.MeanJaccard).DefaultIfEmpty(0).Min();
            }

            if (sameCount.Any(i => found[i] >= LeastSimilarity))
            {
                break;
            }
        }

        return [.. found];
    }

    /// <summary>The place of the choice.</summary>
    /// <param name="candidates">Clusters, stability and silhouette of each.</param>
    /// <returns>The most clusters that are all stable, the higher silhouette among equals; where none is, the one that is closest to it.</returns>
    public static int Choose(ImmutableArray<(int Clusters, double? Stability, double? Silhouette)> candidates)
    {
        int[] defined = [.. Enumerable.Range(0, candidates.Length).Where(i => candidates[i].Silhouette is not null)];
        int[] stable = [.. defined.Where(i => candidates[i].Stability >= LeastSimilarity)];
        return stable.Length > 0 ? stable.OrderByDescending(i => candidates[i].Clusters).ThenByDescending(i => candidates[i].Silhouette).First()
            : defined.DefaultIfEmpty(0).MaxBy(i => candidates[i].Stability ?? 0);
    }
}
