using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Settings of <see cref="KMeans"/>.</summary>
public sealed record KMeansOptions : ClustererOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "k-means";

    private static readonly Setting<int> s_clusters = SettingDescriptor.Whole("clusters", "Clusters", 2, new(1), SettingUnit.Clusters);
    private static readonly Setting<int> s_starts = SettingDescriptor.Whole("starts", "KMeansStarts", 10, new(1, 1_000), SettingUnit.Starts);
    private static readonly Setting<int> s_maximumIterations = SettingDescriptor.Whole("maximumIterations", "MaximumIterations", 300, new(1, 100_000), SettingUnit.Iterations);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public KMeansOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting of a recipe, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_starts, s_maximumIterations];

    /// <summary>Number of clusters, at most the number of rows. The sweep sets it for each k.</summary>
    [JsonIgnore]
    public int Clusters { get; init => field = s_clusters.Check(value); } = s_clusters.Default;

    /// <summary>Starts; the one with the least inertia wins.</summary>
    public int Starts { get; init => field = s_starts.Check(value); } = s_starts.Default;

    /// <summary>Iterations at most per start.</summary>
    public int MaximumIterations { get; init => field = s_maximumIterations.Check(value); } = s_maximumIterations.Default;
}
