using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Every clustering method there is: pipeline, screens, contract tests and benchmarks read this list.</summary>
public static class ClustererCatalog
{
    /// <summary>The methods, in the order screens show them.</summary>
    public static ImmutableArray<ClustererEntry> All { get; } =
    [
        new("gaussian-mixture", "Ellipsoids of any direction and size, fitted by likelihood; the study's choice.",
            (clusters, seed, threads) => new MixtureClusterer(new MixtureOptions { Components = clusters, Seed = seed, Threads = threads })),
        new("k-means", "Round groups of similar spread around their means; fast and easy to explain.",
            (clusters, seed, threads) => new KMeansClusterer(new KMeansOptions { Clusters = clusters, Seed = seed, Threads = threads })),
    ];
}
