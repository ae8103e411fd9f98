using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Sweep;

/// <summary>Settings of <see cref="ClusterSweep"/>: which numbers of clusters are tried.</summary>
public sealed record SweepOptions
{
    /// <summary>The fewest clusters that can be asked for.</summary>
    public const int Fewest = 2;

    /// <summary>The most clusters that can be asked for.</summary>
    public const int Most = 200;

    private static readonly Setting<int> s_minimum = SettingDescriptor.Whole("minimum", "SweepMinimum", 12, new(Fewest, Most), SettingUnit.Clusters);
    private static readonly Setting<int> s_maximum = SettingDescriptor.Whole("maximum", "SweepMaximum", 36, new(Fewest, Most), SettingUnit.Clusters);
    private static readonly Setting<int> s_silhouetteSample = SettingDescriptor.Whole("silhouetteSample", "SilhouetteSample", 20_000, new(100), SettingUnit.Customers);

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_minimum, s_maximum, s_silhouetteSample];

    /// <summary>Fewest clusters.</summary>
    public int Minimum { get; init => field = s_minimum.Check(value); } = s_minimum.Default;

    /// <summary>Most clusters. Must not be below <see cref="Minimum"/>: the recipe checks the pair.</summary>
    public int Maximum { get; init => field = s_maximum.Check(value); } = s_maximum.Default;

    /// <summary>Above so many rows the silhouette is taken over an evenly spread sample of this size.</summary>
    public int SilhouetteSample { get; init => field = s_silhouetteSample.Check(value); } = s_silhouetteSample.Default;
}
