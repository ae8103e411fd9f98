using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary>What DBSCAN found.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class DbscanModel : IPlacingModel
{
    private readonly Matrix _cores;
    private readonly ImmutableArray<int> _clusters;

    internal DbscanModel(Matrix cores, ImmutableArray<int> clusters, int count, double radius, Partition partition)
    {
        _cores = cores;
        _clusters = clusters;
        ClusterCount = count;
        Radius = radius;
        Partition = partition;
    }

    /// <inheritdoc/>
    public Partition Partition { get; }

    /// <summary>Clusters found, 0 or more.</summary>
    public int ClusterCount { get; }

    /// <summary>How near is near.</summary>
    public double Radius { get; }

    /// <summary>Rows that have enough others near them.</summary>
    public int CoreRows => _cores.Rows;

    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, double> Scores => ImmutableSortedDictionary<string, double>.Empty;

    /// <inheritdoc/>
    public int Iterations => 1;

    /// <inheritdoc/>
    public bool Converged => true;

    /// <inheritdoc/>
    public Partition Predict(Matrix points, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        return points.Columns == _cores.Columns
            ? Dbscan.Assign(new PaddedRows(points), new PaddedRows(_cores), _clusters, ClusterCount, Radius, threads, cancellationToken)
            : throw new ArgumentException($"Points have {points.Columns} dimensions where the clusters have {_cores.Columns}.", nameof(points));
    }
}
