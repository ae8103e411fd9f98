using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>Random forest regression (Breiman 2001), all features tried at each split, as the study uses it.</summary>
/// <remarks>
/// Departures from scikit-learn's RandomForestRegressor: features are compared as doubles, not rounded to single precision;
/// random numbers are our own. See <c>docs/methods/forest.md</c>.
/// </remarks>
public static class RandomForest
{
    private const int TreesPerBlock = 4;

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
        x.ThrowIfNotFinite(nameof(x));
        if (target.Length != x.Rows)
        {
            throw new ArgumentException($"{target.Length} targets do not fit {x.Rows} rows.", nameof(target));
        }

        new Matrix(target.Length, 1, target.ToArray()).ThrowIfNotFinite(nameof(target));
        var y = target.ToArray();
        var sorted = SortedColumns.Of(x);
        var trees = new RegressionTree[options.Trees];
        var importances = new double[options.Trees][];
        var unseen = new bool[options.Bootstrap ? options.Trees : 0][];
        var done = 0;
        ParallelRows.For(options.Trees, TreesPerBlock, options.Threads, (from, to) =>
        {
            var grower = new TreeGrower(sorted, y, options.MinimumLeaf);
            for (var t = from; t < to; t++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var rng = Rng.Stream(options.Seed, (ulong)t);
                var counts = Draw(x.Rows, options.Bootstrap, ref rng);
                trees[t] = grower.Grow(counts, rng);
                importances[t] = grower.Importances.ToArray();
                if (options.Bootstrap)
                {
                    unseen[t] = Array.ConvertAll(counts, count => count == 0);
                }

                progress?.Report((double)Interlocked.Increment(ref done) / options.Trees);
            }
        }, cancellationToken);

        return new ForestModel([.. trees], Average(importances, x.Columns), options.Bootstrap ? Score(x, y, trees, unseen, options.Threads, cancellationToken) : null);
    }

    private static int[] Draw(int rows, bool bootstrap, ref Rng rng)
    {
        var counts = new int[rows];
        if (!bootstrap)
        {
            Array.Fill(counts, 1);
            return counts;
        }

        for (var i = 0; i < rows; i++)
        {
            counts[rng.NextInt(rows)]++;
        }

        return counts;
    }

    private static ImmutableArray<double> Average(double[][] importances, int features)
    {
        var average = new double[features];
        foreach (var tree in importances)
        {
            var total = tree.Sum();
            for (var f = 0; f < features && total > 0; f++)
            {
                average[f] += tree[f] / total;
            }
        }

        var sum = average.Sum();
        return [.. average.Select(value => sum > 0 ? value / sum : 0)];
    }

    /// <summary>R² of each row's mean prediction over the trees that did not see it.</summary>
    private static double? Score(Matrix x, double[] y, RegressionTree[] trees, bool[][] unseen, int threads, CancellationToken cancellationToken)
    {
        var predictions = new double[x.Rows];
        ParallelRows.For(x.Rows, 256, threads, (from, to) =>
        {
            var counts = new int[to - from];
            for (var t = 0; t < trees.Length; t++)
            {
                for (var i = from; i < to; i++)
                {
                    if (unseen[t][i])
                    {
                        predictions[i] += trees[t].Predict(x.Row(i));
                        counts[i - from]++;
                    }
                }
            }

            for (var i = from; i < to; i++)
            {
                predictions[i] = counts[i - from] == 0 ? double.NaN : predictions[i] / counts[i - from];
            }
        }, cancellationToken);

        var seen = Enumerable.Range(0, y.Length).Where(i => !double.IsNaN(predictions[i])).ToArray();
        if (seen.Length == 0)
        {
            return null;
        }

        var mean = seen.Average(i => y[i]);
        var total = seen.Sum(i => (y[i] - mean) * (y[i] - mean));
        return total > 0 ? 1 - (seen.Sum(i => (y[i] - predictions[i]) * (y[i] - predictions[i])) / total) : null;
    }
}
