using Insiders.Core.Numerics;

namespace Insiders.Core.Clustering;

/// <summary>k-means: Lloyd's iteration from starts spread out by k-means++.</summary>
/// <remarks>
/// Lloyd (1982); starts by greedy k-means++ (Arthur and Vassilvitskii 2007, with 2 + ⌊ln k⌋ trials per centre as in
/// scikit-learn). A cluster that runs empty takes the row farthest from its centre. O(starts · iterations · n·k·d) time.
/// </remarks>
public static class KMeans
{
    /// <summary>Finds the centres.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least as many rows as clusters.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <returns>The start with the least inertia; the same for any number of threads.</returns>
    /// <exception cref="ArgumentException">The points are empty, not finite, or fewer than the clusters asked for.</exception>
    public static KMeansModel Fit(Matrix points, KMeansOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        points.ThrowIfNotFinite(nameof(points));
        if (options.Clusters > points.Rows)
        {
            throw new ArgumentException($"{options.Clusters} clusters cannot be found in {points.Rows} rows.", nameof(options));
        }

        var models = new KMeansModel[options.Starts];
        ParallelRows.For(options.Starts, 1, options.Threads, (from, to) =>
        {
            for (var start = from; start < to; start++)
            {
                var rng = Rng.Stream(options.Seed, (ulong)start);
                models[start] = Iterate(points, SpreadOut(points, options.Clusters, ref rng), options.MaximumIterations, cancellationToken);
            }
        }, cancellationToken);
        return models.MinBy(model => model.Inertia)!;
    }

    /// <summary>The number of the nearest centre and the squared distance to it.</summary>
    internal static int Nearest(ReadOnlySpan<double> point, Matrix centres, out double square)
    {
        var nearest = 0;
        square = double.PositiveInfinity;
        for (var c = 0; c < centres.Rows; c++)
        {
            var distance = Distances.SquaredEuclidean(point, centres.Row(c));
            if (distance < square)
            {
                (nearest, square) = (c, distance);
            }
        }

        return nearest;
    }

    /// <summary>Greedy k-means++: each next centre is the best of a few rows drawn in proportion to their squared distance.</summary>
    private static Matrix SpreadOut(Matrix points, int clusters, ref Rng rng)
    {
        var trials = 2 + (int)Math.Log(clusters);
        var chosen = new int[clusters];
        var squares = new double[points.Rows];
        chosen[0] = rng.NextInt(points.Rows);
        SquaresTo(points, chosen[0], squares);
        var best = new double[points.Rows];
        var tried = new double[points.Rows];
        for (var c = 1; c < clusters; c++)
        {
            var total = squares.Sum();
            var bestTotal = double.PositiveInfinity;
            for (var trial = 0; trial < trials; trial++)
            {
                var candidate = Draw(squares, rng.NextDouble() * total);
                SquaresTo(points, candidate, tried);
                var sum = 0.0;
                for (var i = 0; i < tried.Length; i++)
                {
                    tried[i] = Math.Min(tried[i], squares[i]);
                    sum += tried[i];
                }

                if (sum < bestTotal)
                {
                    (bestTotal, chosen[c]) = (sum, candidate);
                    (best, tried) = (tried, best);
                }
            }

            (squares, best) = (best, squares);
        }

        return points.SelectRows(chosen);
    }

    private static void SquaresTo(Matrix points, int row, double[] squares)
    {
        for (var i = 0; i < squares.Length; i++)
        {
            squares[i] = Distances.SquaredEuclidean(points.Row(i), points.Row(row));
        }
    }

    private static int Draw(double[] weights, double mark)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            if (sum > mark)
            {
                return i;
            }
        }

        return Array.FindLastIndex(weights, weight => weight > 0) is var last and >= 0 ? last : 0;
    }

    private static KMeansModel Iterate(Matrix points, Matrix centres, int limit, CancellationToken cancellationToken)
    {
        var labels = new int[points.Rows];
        var squares = new double[points.Rows];
        Array.Fill(labels, -1);
        for (var iteration = 1; ; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var changed = false;
            for (var i = 0; i < labels.Length; i++)
            {
                var nearest = Nearest(points.Row(i), centres, out squares[i]);
                changed |= nearest != labels[i];
                labels[i] = nearest;
            }

            changed |= FillEmpty(labels, squares, centres.Rows);
            if (!changed || iteration == limit)
            {
                return new KMeansModel(centres, new Partition([.. labels], centres.Rows), squares.Sum(), iteration);
            }

            centres = Means(points, labels, centres);
        }
    }

    /// <summary>Gives every empty cluster the row that is farthest from its centre and not alone in its cluster.</summary>
    private static bool FillEmpty(int[] labels, double[] squares, int clusters)
    {
        var sizes = new int[clusters];
        foreach (var label in labels)
        {
            sizes[label]++;
        }

        var filled = false;
        for (var c = 0; c < clusters; c++)
        {
            if (sizes[c] > 0)
            {
                continue;
            }

            var farthest = -1;
            for (var i = 0; i < labels.Length; i++)
            {
                if (sizes[labels[i]] > 1 && (farthest < 0 || squares[i] > squares[farthest]))
                {
                    farthest = i;
                }
            }

            // Equal rows stay where they are: moving them between equal centres would never end.
            if (squares[farthest] == 0)
            {
                return filled;
            }

            sizes[labels[farthest]]--;
            sizes[c]++;
            labels[farthest] = c;
            squares[farthest] = 0;
            filled = true;
        }

        return filled;
    }

    /// <summary>The mean of each cluster; an empty one keeps its centre.</summary>
    private static Matrix Means(Matrix points, int[] labels, Matrix centres)
    {
        var means = new Matrix(centres.Rows, points.Columns);
        var sizes = new int[centres.Rows];
        for (var i = 0; i < labels.Length; i++)
        {
            sizes[labels[i]]++;
            var mean = means.Row(labels[i]);
            var point = points.Row(i);
            for (var d = 0; d < mean.Length; d++)
            {
                mean[d] += point[d];
            }
        }

        for (var c = 0; c < sizes.Length; c++)
        {
            if (sizes[c] == 0)
            {
                centres.Row(c).CopyTo(means.Row(c));
                continue;
            }

            foreach (ref var value in means.Row(c))
            {
                value /= sizes[c];
            }
        }

        return means;
    }
}
