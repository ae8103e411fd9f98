using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Forests;

/// <summary>Settings of <see cref="RandomTrees"/>.</summary>
public sealed record RandomTreesOptions : LeafOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "random-trees";

    private static readonly Setting<int> s_trees = SettingDescriptor.Whole("trees", "Trees", 300, new(1, 10_000), SettingUnit.Trees);
    private static readonly Setting<int> s_depth = SettingDescriptor.Whole("depth", "TreeDepth", 5, new(1, 100));

    /// <summary>The settings unless somebody says otherwise.</summary>
    public RandomTreesOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_trees, s_depth];

    /// <summary>Number of trees.</summary>
    public int Trees { get; init => field = s_trees.Check(value); } = s_trees.Default;

    /// <summary>Splits from the root to a leaf at most.</summary>
    public int Depth { get; init => field = s_depth.Check(value); } = s_depth.Default;
}
