using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>Totally random trees: any feature, any threshold; nothing is learned but where rows are dense (Geurts, Ernst and Wehenkel 2006, with one feature per split).</summary>
/// <remarks>As scikit-learn's RandomTreesEmbedding, with leaves as numbers. See <c>docs/methods/forest.md</c>.</remarks>
public static class RandomTrees
{
    /// <summary>Grows the trees.</summary>
    /// <param name="x">Shape [rows × features], finite.</param>
    /// <param name="options">Settings.</param>
    /// <param name="progress">Told the share of trees grown, 0 to 1, or null.</param>
    /// <param name="cancellationToken">Looked at before each tree.</param>
    /// <returns>The same forest for the same rows, settings and seed, whatever the number of threads.</returns>
    /// <exception cref="ArgumentException">There is no row or no feature, or a value is not finite.</exception>
    /// <remarks>O(trees · rows · depth) time.</remarks>
    public static ForestModel Fit(Matrix x, RandomTreesOptions options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(options);

        // Targets that all differ: only a row alone is pure.
        ImmutableArray<double> numbers = [.. Enumerable.Range(0, x.Rows).Select(i => (double)i)];
        return ForestGrowth.Grow(
            x, numbers.AsSpan(), options.Trees, bootstrap: false, options,
            y =>
            {
                double[][] columns = [.. Enumerable.Range(0, x.Columns).Select(x.Column)];
                return () => new RandomSplitGrower(columns, y, 1, 1, options.Depth);
            },
            progress, cancellationToken);
    }
}
