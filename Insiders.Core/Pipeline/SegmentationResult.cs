using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Pipeline;

/// <summary>All that a run found out. Arrays run parallel to <see cref="Features"/>' customers.</summary>
public sealed record SegmentationResult
{
    /// <summary>The recipe it was made with.</summary>
    public required Recipe Recipe { get; init; }

    /// <summary>What cleaning dropped and left.</summary>
    public required CleaningReport Cleaning { get; init; }

    /// <summary>One row per customer.</summary>
    public required FeatureTable Features { get; init; }

    /// <summary>Features of the recipe that the model did without: the ledger does not have them (a weekday nobody bought on), or the recipe chooses and they say nothing more.</summary>
    public required ImmutableArray<OmittedFeature> OmittedFeatures { get; init; }

    /// <summary>Shape [customers × 2]: the map.</summary>
    public required Matrix Coordinates { get; init; }

    /// <summary>Every number of clusters tried, ascending.</summary>
    public required ImmutableArray<Candidate> Candidates { get; init; }

    /// <summary>The number of clusters that won.</summary>
    public required int BestClusterCount { get; init; }

    /// <summary>Mean silhouette of the winner.</summary>
    public required double Silhouette { get; init; }

    /// <summary>The winner's clusters, numbered by mean revenue, 0 the highest.</summary>
    public required Partition Clusters { get; init; }

    /// <summary>What each cluster's customers are like, by cluster number.</summary>
    public required ImmutableArray<GroupProfile> ClusterProfiles { get; init; }

    /// <summary>Silhouette of each customer; NaN where it was not sampled.</summary>
    public required ImmutableArray<double> CustomerSilhouettes { get; init; }

    /// <summary>The segments, by mean revenue, highest first.</summary>
    public required ImmutableArray<Segment> Segments { get; init; }

    /// <summary>The position of each customer's segment in <see cref="Segments"/>; <see cref="Partition.Noise"/> for noise.</summary>
    public required ImmutableArray<int> SegmentOf { get; init; }

    /// <summary>Measures of <see cref="SalesMeasures"/> by name, one value per customer; empty in a result that no sales stand behind.</summary>
    public ImmutableDictionary<string, ImmutableArray<double>> Measures { get; init; } = ImmutableDictionary<string, ImmutableArray<double>>.Empty;

    /// <summary>The stage of each customer; likewise.</summary>
    public ImmutableArray<CustomerStage> Stages { get; init; } = [];

    /// <summary>How long each stage took.</summary>
    public required ImmutableArray<StageTiming> Timings { get; init; }
}
