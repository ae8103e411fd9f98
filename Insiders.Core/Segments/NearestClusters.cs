using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;

namespace Insiders.Core.Segments;

/// <summary>The centres of a partition's clusters, and which two of them lie nearest.</summary>
/// <remarks>Near is Ward's: the joined cluster's sum of squares grows least, so that small clusters are joined before large ones.</remarks>
public sealed class NearestClusters
{
    private readonly Partition _partition;
    private readonly ImmutableArray<int> _sizes;
    private readonly Matrix _centres;

    private NearestClusters(Partition partition, Matrix centres) => (_partition, _sizes, _centres) = (partition, partition.Sizes(), centres);

    /// <summary>Looks at a partition.</summary>
    /// <param name="partition">One label per row; noise belongs to no cluster.</param>
    /// <param name="places">Shape [rows × dimensions]: the space that the clusters were found in.</param>
    public static NearestClusters Of(Partition partition, Matrix places)
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(places);
        var (centres, sizes) = (new Matrix(partition.ClusterCount, places.Columns), partition.Sizes());
        for (var row = 0; row < places.Rows; row++)
        {
            if (partition.Labels[row] != Partition.Noise)
            {
                var centre = centres.Row(partition.Labels[row]);
                var place = places.Row(row);
                for (var d = 0; d < centre.Length; d++)
                {
                    centre[d] += place[d] / sizes[partition.Labels[row]];
                }
            }
        }

        return new NearestClusters(partition, centres);
    }

    /// <summary>Joins the two nearest clusters again and again.</summary>
    /// <param name="partition">One label per row.</param>
    /// <param name="places">Shape [rows × dimensions].</param>
    /// <param name="most">Clusters at the end, at most; at least 1.</param>
    public static Partition Merge(Partition partition, Matrix places, int most)
    {
        ArgumentNullException.ThrowIfNull(partition);
        while (partition.ClusterCount > most)
        {
            var groups = Of(partition, places);
            var nearest = Enumerable.Range(0, partition.ClusterCount).MinBy(cluster => groups.Growth(cluster, groups.NearestTo(cluster)));
            partition = groups.Joined(nearest, groups.NearestTo(nearest));
        }

        return partition;
    }

    /// <summary>The cluster that lies nearest to another; the lower number among equals.</summary>
    public int NearestTo(int cluster) => Enumerable.Range(0, _sizes.Length).Where(other => other != cluster && _sizes[other] > 0).MinBy(other => Growth(cluster, other));

    /// <summary>The partition with two clusters as one, numbered without gaps.</summary>
    public Partition Joined(int one, int other)
    {
        var (keeps, goes) = (Math.Min(one, other), Math.Max(one, other));
        return new Partition(
            ImmutableArray.CreateRange(_partition.Labels, label => label == goes ? keeps : label > goes ? label - 1 : label), _partition.ClusterCount - 1);
    }

    private double Growth(int one, int other)
    {
        var a = _centres.Row(one);
        var b = _centres.Row(other);
        var distance = 0.0;
        for (var d = 0; d < a.Length; d++)
        {
            distance += (a[d] - b[d]) * (a[d] - b[d]);
        }

        return distance * _sizes[one] * _sizes[other] / (_sizes[one] + _sizes[other]);
    }
}
