using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Settings of <see cref="Spectral"/>.</summary>
public sealed record SpectralOptions : ClustererOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "spectral";

    private static readonly Setting<int> s_neighbours = SettingDescriptor.Whole("neighbours", "GraphNeighbours", 10, new(2, 200), SettingUnit.Neighbours);
    private static readonly Setting<int> s_starts = SettingDescriptor.Whole("starts", "KMeansStarts", 10, new(1, 1_000), SettingUnit.Starts);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public SpectralOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting of a recipe, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_neighbours, s_starts];

    /// <summary>Neighbours that a row is joined to in the graph, the row itself counted.</summary>
    public int Neighbours { get; init => field = s_neighbours.Check(value); } = s_neighbours.Default;

    /// <summary>Starts of the k-means that reads the clusters off; the one with the least inertia wins.</summary>
    public int Starts { get; init => field = s_starts.Check(value); } = s_starts.Default;
}
