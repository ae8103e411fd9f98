using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Segments;

/// <summary>How clusters become segments.</summary>
public sealed record MergeOptions
{
    private static readonly Setting<int> s_keep = SettingDescriptor.Whole("keep", "Keep", 4, new(0, 50), SettingUnit.Clusters);

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_keep];

    /// <summary>So many clusters with the highest mean revenue stay segments of their own. The study: 4.</summary>
    public int Keep { get; init => field = s_keep.Check(value); } = s_keep.Default;
}
