using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Sweep;

/// <summary>Settings of <see cref="ClusterSweep"/>: which numbers of clusters are tried.</summary>
public sealed record SweepOptions
{
    /// <summary>The fewest clusters that can be asked for.</summary>
    public const int Fewest = 2;

    /// <summary>The most clusters that can be asked for.</summary>
    public const int Most = 200;

    private const int CustomersPerCluster = 4;

    private static readonly Setting<int> s_minimum = SettingDescriptor.Whole("minimum", "SweepMinimum", 12, new(Fewest, Most), SettingUnit.Clusters);
    private static readonly Setting<int> s_maximum = SettingDescriptor.Whole("maximum", "SweepMaximum", 36, new(Fewest, Most), SettingUnit.Clusters);
    private static readonly Setting<int> s_silhouetteSample = SettingDescriptor.Whole("silhouetteSample", "SilhouetteSample", 20_000, new(100), SettingUnit.Customers);

    private static readonly Setting<bool> s_adapts = SettingDescriptor.Switch("adapts", "SweepAdapts", false);

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_minimum, s_maximum, s_silhouetteSample, s_adapts];

    /// <summary>Fewest clusters.</summary>
    public int Minimum { get; init => field = s_minimum.Check(value); } = s_minimum.Default;

    /// <summary>Most clusters. Must not be below <see cref="Minimum"/>: the recipe checks the pair.</summary>
    public int Maximum { get; init => field = s_maximum.Check(value); } = s_maximum.Default;

    /// <summary>Above so many rows the silhouette is taken over an evenly spread sample of this size.</summary>
    public int SilhouetteSample { get; init => field = s_silhouetteSample.Check(value); } = s_silhouetteSample.Default;

    /// <summary>True when fewer clusters are tried where customers are few; false refuses a ledger with fewer customers than <see cref="Minimum"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Adapts { get; init; } = s_adapts.Default;

    /// <summary>The numbers to try for so many customers: from a cluster for every four of them, two at least, to one customer fewer than there are.</summary>
    /// <param name="customers">How many there are.</param>
    public SweepOptions For(int customers) => !Adapts ? this : this with
    {
        Minimum = Math.Max(Fewest, Math.Min(Minimum, customers / CustomersPerCluster)),
        Maximum = Math.Max(Fewest, Math.Min(Maximum, customers - 1)),
    };
}
