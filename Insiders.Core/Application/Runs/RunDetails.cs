using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;

namespace Insiders.Core.Application.Runs;

/// <summary>A run's settings and, if it succeeded, its results other than customers and candidates.</summary>
public sealed record RunDetails
{
    /// <summary>The run as the list of runs shows it.</summary>
    public required RunSummary Summary { get; init; }

    /// <summary>Every setting it ran with.</summary>
    public required Recipe Recipe { get; init; }

    /// <summary>The waterfall; null unless it succeeded.</summary>
    public required CleaningReport? Cleaning { get; init; }

    /// <summary>Names of the features stored for its customers, in catalogue order; empty unless it succeeded.</summary>
    public required ImmutableArray<string> FeatureNames { get; init; }

    /// <summary>Features of the recipe that its model did without, and why.</summary>
    public required ImmutableArray<OmittedFeature> OmittedFeatures { get; init; }

    /// <summary>Profile of each cluster, by cluster number; empty unless it succeeded.</summary>
    public required ImmutableArray<GroupProfile> ClusterProfiles { get; init; }

    /// <summary>How long each stage took; empty unless it succeeded.</summary>
    public required ImmutableArray<StageTiming> Timings { get; init; }

    /// <summary>Its segments, by mean revenue, highest first; empty unless it succeeded.</summary>
    public required ImmutableArray<RunSegment> Segments { get; init; }
}
