using System.Collections.Immutable;

namespace Insiders.Core.Storage;

/// <summary>One customer of a run.</summary>
/// <param name="CustomerId">The id in the ledger.</param>
/// <param name="Country">Its country.</param>
/// <param name="Cluster">Number of its cluster, 0 the highest mean revenue; null for noise.</param>
/// <param name="SegmentId">Stable id of its segment; null for noise.</param>
/// <param name="X">First coordinate on the map of customers.</param>
/// <param name="Y">Second coordinate.</param>
/// <param name="Silhouette">−1 to 1; null where it was not sampled.</param>
/// <param name="Features">One value per name in <see cref="CustomerPage.FeatureNames"/>.</param>
public sealed record CustomerRow(
    string CustomerId, string Country, int? Cluster, long? SegmentId, double X, double Y, double? Silhouette, ImmutableArray<double> Features);
