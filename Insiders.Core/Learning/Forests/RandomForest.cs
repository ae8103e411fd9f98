using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>Random forest regression (Breiman 2001), all features tried at each split, as the study uses it.</summary>
/// <remarks>
/// Departures from scikit-learn's RandomForestRegressor: features are compared as doubles, not rounded to single precision;
/// random numbers are our own. See <c>docs/methods/forest.md</c>.
/// </remarks>
public static class RandomForest
{
    /// <summary>Grows the trees.</summary>
    /// <param name="x">Shape [rows × features], finite.</param>
    /// <param name="target">One value per row, finite.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told the share of trees grown, 0 to 1, or null.</param>
    /// <param name="cancellationToken">Looked at before each tree.</param>
    /// <returns>The same forest for the same rows, settings and seed, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">Nothing to learn from, a value is not finite, or counts differ.</exception>
    /// <remarks>O(trees · features · rows · depth) time, O(features · rows) memory per thread beside the trees.</remarks>
    public static ForestModel Fit(Matrix x, ReadOnlySpan<double> target, ForestOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(options);
        return ForestGrowth.Grow(
            x, target, options.Trees, options.Bootstrap, options,
            y =>
            {
                var sorted = SortedColumns.Of(x);
                return () => new TreeGrower(sorted, y, options.MinimumLeaf);
            },
            progress, cancellationToken);
    }
}
