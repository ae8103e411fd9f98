using Insiders.Core.Numerics;

namespace Insiders.Tests.Fixtures;

/// <summary>Generated points: well-separated groups in mixed order.</summary>
internal static class Blobs
{
    /// <summary>Groups around random centres; row i belongs to group i modulo <paramref name="groups"/>.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="groups">Number of groups.</param>
    /// <param name="dimensions">Number of columns.</param>
    /// <param name="seed">Seed of centres and points.</param>
    /// <param name="spread">Standard deviation within a group; centres lie 100 apart or more along the first column.</param>
    public static Matrix Of(int rows, int groups, int dimensions, ulong seed = 5, double spread = 1)
    {
        var centres = new Matrix(groups, dimensions);
        var rng = Rng.Stream(seed, ulong.MaxValue);
        for (var g = 0; g < groups; g++)
        {
            for (var d = 0; d < dimensions; d++)
            {
                centres[g, d] = d == 0 ? 100 * g : 40 * rng.NextNormal();
            }
        }

        var points = new Matrix(rows, dimensions);
        for (var i = 0; i < rows; i++)
        {
            var own = Rng.Stream(seed, (ulong)i);
            for (var d = 0; d < dimensions; d++)
            {
                points[i, d] = centres[i % groups, d] + (spread * own.NextNormal());
            }
        }

        return points;
    }

    /// <summary>The row numbers in a fixed mixed order.</summary>
    public static int[] Shuffled(int rows)
    {
        var order = Enumerable.Range(0, rows).ToArray();
        var rng = Rng.Stream(99, 0);
        for (var i = rows - 1; i > 0; i--)
        {
            var other = rng.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
