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

    /// <summary>With <see cref="Adapts"/>, so many customers there are for each cluster at least, on average.</summary>
    public const int CustomersPerCluster = 10;

    private static readonly Setting<int> s_minimum = SettingDescriptor.Whole("minimum", "SweepMinimum", 12, new(Fewest, Most), SettingUnit.Clusters);
    private static readonly Setting<int> s_maximum = SettingDescriptor.Whole("maximum", "SweepMaximum", 36, new(Fewest, Most), SettingUnit.Clusters);
    private static readonly Setting<int> s_silhouetteSample = SettingDescriptor.Whole("silhouetteSample", "SilhouetteSample", 20_000, new(100), SettingUnit.Customers);

    private static readonly Setting<bool> s_adapts = SettingDescriptor.Switch("adapts", "SweepAdapts", false);

    private static readonly Setting<ClusterCountRule> s_chooses = SettingDescriptor.Choice("chooses", "SweepChooses", ClusterCountRule.Silhouette);

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_minimum, s_maximum, s_silhouetteSample, s_chooses, s_adapts];

    /// <summary>Fewest clusters.</summary>
    public int Minimum { get; init => field = s_minimum.Check(value); } = s_minimum.Default;

    /// <summary>Most clusters. Must not be below <see cref="Minimum"/>: the recipe checks the pair.</summary>
    public int Maximum { get; init => field = s_maximum.Check(value); } = s_maximum.Default;

    /// <summary>Above so many rows the silhouette is taken over an evenly spread sample of this size.</summary>
    public int SilhouetteSample { get; init => field = s_silhouetteSample.Check(value); } = s_silhouetteSample.Default;

    /// <summary>By what one of the numbers tried is chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ClusterCountRule Chooses { get; init; } = s_chooses.Default;

    /// <summary>
    /// True when the range follows the ledger: fewer clusters are tried where customers are few, and more where the most that were tried are chosen. False keeps to the
    /// range, and refuses a ledger with fewer customers than <see cref="Minimum"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Adapts { get; init; } = s_adapts.Default;

    /// <summary>The numbers to try for so many customers: at least <see cref="CustomersPerCluster"/> of them for each cluster, and never fewer than two clusters.</summary>
    /// <param name="customers">How many there are.</param>
    public SweepOptions For(int customers) => !Adapts ? this : this with
    {
        Minimum = Math.Max(Fewest, Math.Min(Minimum, customers / CustomersPerCluster)),
        Maximum = Math.Max(Fewest, Math.Min(Maximum, customers / CustomersPerCluster)),
    };
}
