using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Customers;

/// <summary>All customers of a run, column by column; every array has one entry per customer.</summary>
/// <param name="Ids">Ids in the ledger, in ordinal order.</param>
/// <param name="Countries">Country of each.</param>
/// <param name="Clusters">Number of its cluster, 0 the highest mean revenue; <see cref="Partition.Noise"/> for noise.</param>
/// <param name="SegmentIds">Stable id of its segment; null for noise.</param>
/// <param name="X">First coordinate on the map of customers.</param>
/// <param name="Y">Second coordinate.</param>
/// <param name="Silhouettes">−1 to 1; NaN where it was not sampled.</param>
/// <param name="FeatureNames">Names of <paramref name="Features"/>, in catalogue order.</param>
/// <param name="Features">Per feature one value per customer.</param>
public sealed record CustomerColumns(
    ImmutableArray<string> Ids,
    ImmutableArray<string> Countries,
    ImmutableArray<int> Clusters,
    ImmutableArray<long?> SegmentIds,
    ImmutableArray<double> X,
    ImmutableArray<double> Y,
    ImmutableArray<double> Silhouettes,
    ImmutableArray<string> FeatureNames,
    ImmutableArray<ImmutableArray<double>> Features);
