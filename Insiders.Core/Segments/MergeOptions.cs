using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Insiders.Core.Settings;

namespace Insiders.Core.Segments;

/// <summary>How clusters become segments.</summary>
public sealed record MergeOptions
{
    private static readonly Setting<int> s_keep = SettingDescriptor.Whole("keep", "Keep", 4, new(0, 50), SettingUnit.Clusters);

    private static readonly Setting<int> s_most = SettingDescriptor.Whole("most", "MostSegments", 0, new(0, 50), SettingUnit.Clusters);

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_keep, s_most];

    /// <summary>So many clusters with the highest mean revenue stay segments of their own. The study: 4.</summary>
    public int Keep { get; init => field = s_keep.Check(value); } = s_keep.Default;

    /// <summary>
    /// Above 0, clusters stay as they are while there are no more than so many; beyond, the two that lie nearest are joined until there are, and a single customer joins the
    /// nearest cluster unless it is an outlier. 0: the study's rule.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Most { get; init => field = s_most.Check(value); } = s_most.Default;
}
