using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

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

        var padded = new PaddedRows(points);
        return Starts(points, padded, options, cancellationToken).MinBy(model => model.Inertia)!;
    }

    /// <summary>Finds the centres with less work: every start goes a few iterations, and only the one that has come furthest goes to the end.</summary>
    /// <param name="points">As for <see cref="Fit"/>.</param>
    /// <param name="options">Settings.</param>
    /// <param name="iterations">Iterations by which starts are judged.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    public static KMeansModel FitScreened(Matrix points, KMeansOptions options, int iterations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Clusters > points.Rows || options.MaximumIterations <= iterations)
        {
            return Fit(points, options, cancellationToken);
        }

        points.ThrowIfNotFinite(nameof(points));
        var padded = new PaddedRows(points);
        var begun = Starts(points, padded, options with { MaximumIterations = iterations }, cancellationToken);
        return FitOnce(points, padded, options, Rng.Stream(options.Seed, (ulong)Enumerable.Range(0, begun.Length).MinBy(start => begun[start].Inertia)), cancellationToken);
    }

    private static KMeansModel[] Starts(Matrix points, PaddedRows padded, KMeansOptions options, CancellationToken cancellationToken)
    {
        var models = new KMeansModel[options.Starts];
        ParallelRows.For(options.Starts, 1, options.Threads, (start, _) =>
            models[start] = FitOnce(points, padded, options, Rng.Stream(options.Seed, (ulong)start), cancellationToken), cancellationToken);
        return models;
    }

    /// <summary>One start.</summary>
    /// <param name="points">As for <see cref="Fit"/>, checked already.</param>
    /// <param name="padded">The same points.</param>
    /// <param name="options">Settings; the number of starts is not looked at.</param>
    /// <param name="rng">The start's own stream.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    internal static KMeansModel FitOnce(Matrix points, PaddedRows padded, KMeansOptions options, Rng rng, CancellationToken cancellationToken)
    {
        var centres = SpreadOut(points, padded, options.Clusters, ref rng);
        var labels = new int[points.Rows];
        var squares = new double[points.Rows];
        var before = new int[points.Rows];
        Array.Fill(before, -1);
        for (var iteration = 1; ; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Assign(padded, new PaddedRows(centres), labels, squares);
            FillEmpty(labels, squares, centres.Rows);
            var converged = labels.AsSpan().SequenceEqual(before);
            if (converged || iteration == options.MaximumIterations)
            {
                return new KMeansModel(centres, new Partition([.. labels], centres.Rows), squares.Sum(), iteration, converged);
            }

            labels.CopyTo(before, 0);
            centres = Means(points, labels, centres);
        }
    }

    /// <summary>The nearest centre of every point and the squared distance to it; equal distances go to the lower number.</summary>
    internal static void Assign(PaddedRows points, PaddedRows centres, int[] labels, double[] squares)
    {
        Span<double> sixteen = stackalloc double[16];
        Array.Fill(squares, double.PositiveInfinity);
        for (var a = 0; a < points.Rows; a += 4)
        {
            for (var b = 0; b < centres.Rows; b += 4)
            {
                points.SquaredEuclidean(a, centres, b, sixteen);
                for (var i = a; i < Math.Min(a + 4, points.Rows); i++)
                {
                    for (var c = b; c < Math.Min(b + 4, centres.Rows); c++)
                    {
                        var square = sixteen[(4 * (i - a)) + c - b];
                        if (square < squares[i])
                        {
                            (labels[i], squares[i]) = (c, square);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Greedy k-means++: each next centre is the best of a few rows drawn in proportion to their squared distance.</summary>
    private static Matrix SpreadOut(Matrix points, PaddedRows padded, int clusters, ref Rng rng)
    {
        var chosen = new int[clusters];
        var squares = new double[points.Rows];
        Array.Fill(squares, double.PositiveInfinity);
        chosen[0] = rng.NextInt(points.Rows);
        squares = Nearer(points, padded, [chosen[0]], squares, out _);
        var drawn = new int[2 + (int)Math.Log(clusters)];
        for (var c = 1; c < clusters; c++)
        {
            var total = squares.Sum();
            for (var trial = 0; trial < drawn.Length; trial++)
            {
                drawn[trial] = Draw(squares, rng.NextDouble() * total);
            }

            squares = Nearer(points, padded, drawn, squares, out var best);
            chosen[c] = drawn[best];
        }

        return points.SelectRows(chosen);
    }

    /// <summary>Squared distances to the nearest centre once the best of the candidates has joined them.</summary>
    private static double[] Nearer(Matrix points, PaddedRows padded, int[] candidates, double[] squares, out int best)
    {
        var centres = new PaddedRows(points.SelectRows(candidates));
        var tried = candidates.Select(_ => new double[squares.Length]).ToArray();
        Span<double> sixteen = stackalloc double[16];
        for (var a = 0; a < squares.Length; a += 4)
        {
            for (var b = 0; b < tried.Length; b += 4)
            {
                padded.SquaredEuclidean(a, centres, b, sixteen);
                for (var i = a; i < Math.Min(a + 4, squares.Length); i++)
                {
                    for (var c = b; c < Math.Min(b + 4, tried.Length); c++)
                    {
                        tried[c][i] = Math.Min(squares[i], sixteen[(4 * (i - a)) + c - b]);
                    }
                }
            }
        }

        var sums = Array.ConvertAll(tried, t => t.Sum());
        best = Array.IndexOf(sums, sums.Min());
        return tried[best];
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

    /// <summary>Gives every empty cluster the row that is farthest from its centre and not alone in its cluster.</summary>
    private static void FillEmpty(int[] labels, double[] squares, int clusters)
    {
        var sizes = new int[clusters];
        foreach (var label in labels)
        {
            sizes[label]++;
        }

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
                return;
            }

            sizes[labels[farthest]]--;
            sizes[c]++;
            labels[farthest] = c;
            squares[farthest] = 0;
        }
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
