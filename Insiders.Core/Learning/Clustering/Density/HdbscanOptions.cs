using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary>Settings of <see cref="Hdbscan"/> in a recipe.</summary>
public sealed record HdbscanOptions : ClustererOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "hdbscan";

    private static readonly Setting<int> s_minimumClusterSize = SettingDescriptor.Whole("minimumClusterSize", "MinimumClusterSize", 10, new(2, 10_000), SettingUnit.Customers);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public HdbscanOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting of a recipe, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_minimumClusterSize];

    /// <summary>Rows a cluster holds at least, and how many, the row itself counted, must be near for a place to be dense.</summary>
    public int MinimumClusterSize { get; init => field = s_minimumClusterSize.Check(value); } = s_minimumClusterSize.Default;
}
