using System.Collections.Immutable;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;

namespace Insiders.Core.Learning;

/// <summary>Every step there is by which customers get a place. A chain begins with the scaled features.</summary>
public static class EmbeddingCatalog
{
    private static readonly ImmutableArray<string> s_forests = [ForestOptions.Name, ExtraTreesOptions.Name, RandomTreesOptions.Name];
    private static readonly ImmutableArray<string> s_reducers = [UmapOptions.Name, PcaOptions.Name, TsneOptions.Name];

    /// <summary>The steps, in the order they can follow each other.</summary>
    public static ImmutableArray<EmbeddingEntry> All { get; } =
    [
        new(new ScalingOptions(), ScalingOptions.Settings, "Features brought to one scale, by deviation, by the middle half, or by logarithm.",
            options => new Scaling((ScalingOptions)options)),
        new(new ForestOptions(), ForestOptions.Settings, "The leaves of a random forest that explains the revenue: who spends alike for like reasons falls into the same leaves.",
            options => new ForestEmbedding((ForestOptions)options, (points, target, progress, cancel) => RandomForest.Fit(points, target.AsSpan(), (ForestOptions)options, progress, cancel))),
        new(new ExtraTreesOptions(), ExtraTreesOptions.Settings, "The leaves of trees that explain the revenue by thresholds drawn at random: smoother than a random forest.",
            options => new ForestEmbedding((ExtraTreesOptions)options, (points, target, progress, cancel) => ExtraTrees.Fit(points, target.AsSpan(), (ExtraTreesOptions)options, progress, cancel))),
        new(new RandomTreesOptions(), RandomTreesOptions.Settings, "The leaves of trees that split at random and look at no revenue: near customers fall into the same leaves.",
            options => new ForestEmbedding((RandomTreesOptions)options, (points, _, progress, cancel) => RandomTrees.Fit(points, (RandomTreesOptions)options, progress, cancel))),
        new(new PcaOptions(), PcaOptions.Settings, "The few directions in which customers differ most.",
            options => new PcaEmbedding((PcaOptions)options)),
        new(new UmapOptions(), UmapOptions.Settings, "Few dimensions in which near customers stay near.",
            options => new UmapEmbedding((UmapOptions)options)),
        new(new TsneOptions(), TsneOptions.Settings, "Two or three dimensions in which neighbours stay neighbours; distances between groups mean nothing.",
            options => new TsneEmbedding((TsneOptions)options)),
    ];

    /// <summary>The chains that forms offer, each by the names of its steps; a recipe may have others.</summary>
    public static ImmutableArray<ImmutableArray<string>> Chains { get; } =
    [
        [ForestOptions.Name, UmapOptions.Name],
        .. from forest in s_forests from reducer in s_reducers where (forest, reducer) != (ForestOptions.Name, UmapOptions.Name) select ImmutableArray.Create(forest, reducer),
        .. s_reducers.Select(reducer => ImmutableArray.Create(reducer)),
        .. s_reducers.Select(reducer => ImmutableArray.Create(ScalingOptions.Name, reducer)),
        [ScalingOptions.Name],
        [],
    ];
}
