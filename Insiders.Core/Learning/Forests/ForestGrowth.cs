using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>What all forests have in common: rows drawn for each tree from its own stream, trees grown side by side, importances and R² out of the bag.</summary>
internal static class ForestGrowth
{
    private const int TreesPerBlock = 4;

    /// <summary>Grows the trees.</summary>
    /// <param name="x">Shape [rows × features], finite.</param>
    /// <param name="target">One value per row, finite.</param>
    /// <param name="count">Number of trees, at least 1.</param>
    /// <param name="bootstrap">Whether a tree sees as many rows as there are, drawn with replacement, or all once.</param>
    /// <param name="options">Seed and threads.</param>
    /// <param name="prepare">Makes, from the checked targets, what makes a grower for each thread.</param>
    /// <param name="progress">Told the share of trees grown, 0 to 1, or null.</param>
    /// <param name="cancellationToken">Looked at before each tree.</param>
    /// <exception cref="ArgumentException">Nothing to learn from, a value is not finite, or counts differ.</exception>
    public static ForestModel Grow(
        Matrix x, ReadOnlySpan<double> target, int count, bool bootstrap, LeafOptions options, Func<double[], Func<ITreeGrower>> prepare, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        x.ThrowIfNotFinite(nameof(x));
        if (target.Length != x.Rows)
        {
            throw new ArgumentException($"{target.Length} targets do not fit {x.Rows} rows.", nameof(target));
        }

        new Matrix(target.Length, 1, target.ToArray()).ThrowIfNotFinite(nameof(target));
        var y = target.ToArray();
        var makeGrower = prepare(y);
        var trees = new RegressionTree[count];
        var importances = new double[count][];
        var unseen = new bool[bootstrap ? count : 0][];
        var done = 0;
        ParallelRows.For(count, TreesPerBlock, options.Threads, (from, to) =>
        {
            var grower = makeGrower();
            for (var t = from; t < to; t++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var rng = Rng.Stream(options.Seed, (ulong)t);
                var counts = Draw(x.Rows, bootstrap, ref rng);
                trees[t] = grower.Grow(counts, rng);
                importances[t] = grower.Importances.ToArray();
                if (bootstrap)
                {
                    unseen[t] = Array.ConvertAll(counts, drawn => drawn == 0);
                }

                progress?.Report((double)Interlocked.Increment(ref done) / count);
            }
        }, cancellationToken);

        return new ForestModel([.. trees], Average(importances, x.Columns), bootstrap ? Score(x, y, trees, unseen, options.Threads, cancellationToken) : null);
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
