using System.Collections.Immutable;

namespace Insiders.Web.Features.Runs;

/// <summary>Every setting of a recipe but cleaning, which has a form of its own: forms, explanations and tests read this list.</summary>
public static class RecipeSettings
{
    /// <summary>The groups, in the order of the pipeline.</summary>
    public static ImmutableArray<RecipeSettingGroup> Groups { get; } =
    [
        new(() => Texts.RunsGroupGeneral,
        [
            new("seed", SettingKind.Whole, () => Texts.RunsSettingSeed, () => Texts.RunsSettingSeedHint, () => Texts.RunsSettingSeedBounds, []),
            new("modelFeatures", SettingKind.Features, () => Texts.RunsSettingModelFeatures, () => Texts.RunsSettingModelFeaturesHint, () => Texts.RunsSettingModelFeaturesBounds, []),
            new("modelSample", SettingKind.Whole, () => Texts.RunsSettingModelSample, () => Texts.RunsSettingModelSampleHint, () => Texts.RunsSettingModelSampleBounds, []),
        ]),
        new(() => Texts.RunsGroupForest,
        [
            new("forest.trees", SettingKind.Whole, () => Texts.RunsSettingTrees, () => Texts.RunsSettingTreesHint, () => Texts.RunsSettingTreesBounds, []),
            new("forest.minimumLeaf", SettingKind.Whole, () => Texts.RunsSettingMinimumLeaf, () => Texts.RunsSettingMinimumLeafHint, () => Texts.RunsSettingMinimumLeafBounds, []),
            new("forest.bootstrap", SettingKind.Switch, () => Texts.RunsSettingBootstrap, () => Texts.RunsSettingBootstrapHint, () => "", []),
        ]),
        new(() => Texts.RunsGroupEmbedding,
        [
            new("embedding.dimensions", SettingKind.Whole, () => Texts.RunsSettingDimensions, () => Texts.RunsSettingDimensionsHint, () => Texts.RunsSettingDimensionsBounds, []),
            new("embedding.neighbours", SettingKind.Whole, () => Texts.RunsSettingNeighbours, () => Texts.RunsSettingNeighboursHint, () => Texts.RunsSettingNeighboursBounds, []),
            new("embedding.metric", SettingKind.Choice, () => Texts.RunsSettingMetric, () => Texts.RunsSettingMetricHint, () => "", [("euclidean", () => Texts.RunsChoiceEuclidean), ("hamming", () => Texts.RunsChoiceHamming)]),
            new("embedding.minimumDistance", SettingKind.Fraction, () => Texts.RunsSettingMinimumDistance, () => Texts.RunsSettingMinimumDistanceHint, () => Texts.RunsSettingMinimumDistanceBounds, []),
            new("embedding.spread", SettingKind.Fraction, () => Texts.RunsSettingSpread, () => Texts.RunsSettingSpreadHint, () => Texts.RunsSettingSpreadBounds, []),
            new("embedding.epochs", SettingKind.WholeOrNone, () => Texts.RunsSettingEpochs, () => Texts.RunsSettingEpochsHint, () => Texts.RunsSettingEpochsBounds, []),
            new("embedding.negativeSamples", SettingKind.Whole, () => Texts.RunsSettingNegativeSamples, () => Texts.RunsSettingNegativeSamplesHint, () => Texts.RunsSettingNegativeSamplesBounds, []),
            new("mapEpochs", SettingKind.WholeOrNone, () => Texts.RunsSettingMapEpochs, () => Texts.RunsSettingMapEpochsHint, () => Texts.RunsSettingMapEpochsBounds, []),
        ]),
        new(() => Texts.RunsGroupClusters,
        [
            new("sweep.minimum", SettingKind.Whole, () => Texts.RunsSettingSweepMinimum, () => Texts.RunsSettingSweepMinimumHint, () => Texts.RunsSettingSweepMinimumBounds, []),
            new("sweep.maximum", SettingKind.Whole, () => Texts.RunsSettingSweepMaximum, () => Texts.RunsSettingSweepMaximumHint, () => Texts.RunsSettingSweepMaximumBounds, []),
            new("sweep.silhouetteSample", SettingKind.Whole, () => Texts.RunsSettingSilhouetteSample, () => Texts.RunsSettingSilhouetteSampleHint, () => Texts.RunsSettingSilhouetteSampleBounds, []),
            new("mixture.covariance", SettingKind.Choice, () => Texts.RunsSettingCovariance, () => Texts.RunsSettingCovarianceHint, () => "", [("full", () => Texts.RunsChoiceFull), ("diagonal", () => Texts.RunsChoiceDiagonal)]),
            new("mixture.starts", SettingKind.Whole, () => Texts.RunsSettingStarts, () => Texts.RunsSettingStartsHint, () => Texts.RunsSettingStartsBounds, []),
            new("mixture.maximumIterations", SettingKind.Whole, () => Texts.RunsSettingMaximumIterations, () => Texts.RunsSettingMaximumIterationsHint, () => Texts.RunsSettingMaximumIterationsBounds, []),
            new("mixture.tolerance", SettingKind.Fraction, () => Texts.RunsSettingTolerance, () => Texts.RunsSettingToleranceHint, () => Texts.RunsSettingToleranceBounds, []),
            new("mixture.regularisation", SettingKind.Fraction, () => Texts.RunsSettingRegularisation, () => Texts.RunsSettingRegularisationHint, () => Texts.RunsSettingRegularisationBounds, []),
        ]),
        new(() => Texts.RunsGroupSegments,
        [
            new("merge.keep", SettingKind.Whole, () => Texts.RunsSettingKeep, () => Texts.RunsSettingKeepHint, () => Texts.RunsSettingKeepBounds, []),
        ]),
    ];

    /// <summary>All settings, without their groups.</summary>
    public static ImmutableArray<RecipeSetting> All { get; } = [.. Groups.SelectMany(group => group.Settings)];
}
