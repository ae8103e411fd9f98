using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Forests;

/// <summary>Settings of <see cref="RandomForest"/>. The defaults are the study's.</summary>
public sealed record ForestOptions : LeafOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "forest-leaves";

    private static readonly Setting<int> s_trees = SettingDescriptor.Whole("trees", "Trees", 300, new(1, 10_000), SettingUnit.Trees);
    private static readonly Setting<bool> s_bootstrap = SettingDescriptor.Switch("bootstrap", "Bootstrap", true);
    private static readonly Setting<int> s_minimumLeaf = SettingDescriptor.Whole("minimumLeaf", "MinimumLeaf", 1, new(1), SettingUnit.Customers);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public ForestOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_trees, s_minimumLeaf, s_bootstrap];

    /// <summary>Number of trees.</summary>
    public int Trees { get; init => field = s_trees.Check(value); } = s_trees.Default;

    /// <summary>Each tree sees as many rows as there are, drawn with replacement; otherwise all rows once.</summary>
    public bool Bootstrap { get; init; } = s_bootstrap.Default;

    /// <summary>Rows a leaf must hold at least.</summary>
    public int MinimumLeaf { get; init => field = s_minimumLeaf.Check(value); } = s_minimumLeaf.Default;
}
