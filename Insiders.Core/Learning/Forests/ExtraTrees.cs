using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>Extremely randomised trees (Geurts, Ernst and Wehenkel 2006): the best of random thresholds, one for each feature.</summary>
/// <remarks>All features are tried at each split, as in scikit-learn's ExtraTreesRegressor. See <c>docs/methods/forest.md</c>.</remarks>
public static class ExtraTrees
{
    /// <summary>Grows the trees.</summary>
    /// <param name="x">Shape [rows × features], finite.</param>
    /// <param name="target">One value per row, finite.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told the share of trees grown, 0 to 1, or null.</param>
    /// <param name="cancellationToken">Looked at before each tree.</param>
    /// <returns>The same forest for the same rows, settings and seed, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">Nothing to learn from, a value is not finite, or counts differ.</exception>
    /// <remarks>O(trees · features · rows · depth) time, O(features · rows) memory beside the trees.</remarks>
    public static ForestModel Fit(Matrix x, ReadOnlySpan<double> target, ExtraTreesOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(options);
        return ForestGrowth.Grow(
            x, target, options.Trees, options.Bootstrap, options,
            y =>
            {
                double[][] columns = [.. Enumerable.Range(0, x.Columns).Select(x.Column)];
                return () => new RandomSplitGrower(columns, y, x.Columns, options.MinimumLeaf, int.MaxValue);
            },
            progress, cancellationToken);
    }
}
