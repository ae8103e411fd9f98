using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Settings of <see cref="Hierarchical"/>.</summary>
public sealed record HierarchicalOptions : ClustererOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "hierarchical";

    private static readonly Setting<Linkage> s_linkage = SettingDescriptor.Choice("linkage", "Linkage", Linkage.Ward);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public HierarchicalOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting of a recipe, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_linkage];

    /// <summary>How far apart two clusters are.</summary>
    public Linkage Linkage { get; init; } = s_linkage.Default;
}
