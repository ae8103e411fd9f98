using Insiders.Core.Numerics;

namespace Insiders.Tests.Fixtures;

/// <summary>Measures how well an embedding preserves neighbourhoods and classes, as scikit-learn does.</summary>
internal static class EmbeddingQuality
{
    /// <summary>Trustworthiness (Venna and Kaski 2001): 1 when no row has a neighbour in the embedding that was far away before.</summary>
    public static double Trustworthiness(Matrix points, Matrix embedding, int k)
    {
        var n = points.Rows;
        var near = ExactNeighbours.Within(embedding, k, RowMetric.Euclidean, 2, CancellationToken.None);
        var penalties = new double[n];
        Parallel.For(0, n, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var distances = Enumerable.Range(0, n).Select(j => i == j ? -1 : Distances.SquaredEuclidean(points.Row(i), points.Row(j))).ToArray();
            int[] order = [.. Enumerable.Range(0, n)];
            Array.Sort(distances, order);
            var ranks = new int[n];
            for (var place = 0; place < n; place++)
            {
                ranks[order[place]] = place;
            }

            foreach (var j in near.IndicesOf(i))
            {
                penalties[i] += Math.Max(0, ranks[j] - k);
            }
        });
        return 1 - (2.0 / (n * k * ((2.0 * n) - (3 * k) - 1)) * penalties.Sum());
    }

    /// <summary>Share of rows whose class is that of most of their ten nearest rows outside their own fifth, the fifths having equal shares of each class.</summary>
    public static double CrossValidated(Matrix embedding, int[] classes)
    {
        var fold = new int[classes.Length];
        foreach (var members in Enumerable.Range(0, classes.Length).GroupBy(i => classes[i]))
        {
            var size = members.Count();
            foreach (var (row, place) in members.Select((row, place) => (row, place)))
            {
                fold[row] = place * 5 / size;
            }
        }

        var right = 0;
        for (var f = 0; f < 5; f++)
        {
            int[] known = [.. Enumerable.Range(0, fold.Length).Where(i => fold[i] != f)];
            int[] asked = [.. Enumerable.Range(0, fold.Length).Where(i => fold[i] == f)];
            right += Right(embedding.SelectRows(known), [.. known.Select(i => classes[i])], embedding.SelectRows(asked), [.. asked.Select(i => classes[i])]);
        }

        return (double)right / classes.Length;
    }

    /// <summary>How many rows have the class of most of their ten nearest known rows; ties go to the lower class.</summary>
    public static int Right(Matrix known, int[] knownClasses, Matrix asked, int[] askedClasses)
    {
        var near = ExactNeighbours.Between(asked, known, 10, RowMetric.Euclidean, 2, CancellationToken.None);
        return Enumerable.Range(0, asked.Rows).Count(i => near.IndicesOf(i).ToArray()
            .GroupBy(j => knownClasses[j]).OrderByDescending(votes => votes.Count()).ThenBy(votes => votes.Key).First().Key == askedClasses[i]);
    }
}
