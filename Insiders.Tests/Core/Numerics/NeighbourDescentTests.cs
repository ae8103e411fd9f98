using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Reference;

namespace Insiders.Tests.Core.Numerics;

public sealed class NeighbourDescentTests
{
    [Fact]
    public void Digits_find_nearly_all_their_neighbours()
        => Assert.True(Recall(ReferenceAnswers.Digits.Points, every: 1) >= 0.95);

    [Fact]
    public void More_rows_than_are_compared_exactly_find_nearly_all_their_neighbours()
        => Assert.True(Recall(Blobs.Of(21_000, 40, 12, spread: 30), every: 50) >= 0.95); // about 0.6 from the projection trees alone

    [Fact]
    public void Fewer_rows_than_a_leaf_holds_find_exactly_their_neighbours()
        => Assert.Equal(1, Recall(Blobs.Of(30, 3, 4, spread: 30), every: 1, neighbours: 29));

    [Fact]
    public void Rows_that_are_all_equal_are_neighbours_at_distance_0()
    {
        var near = NeighbourDescent.Within(new Matrix(200, 3), 60, RowMetric.Euclidean, 1, 2, CancellationToken.None);

        Assert.All(Enumerable.Range(0, 200), i =>
        {
            Assert.Equal(60, near.IndicesOf(i).ToArray().Distinct().Count());
            Assert.DoesNotContain(i, near.IndicesOf(i).ToArray());
            Assert.All(near.DistancesOf(i).ToArray(), distance => Assert.Equal(0, distance));
        });
    }

    private static double Recall(Matrix points, int every, int neighbours = 14)
    {
        var found = NeighbourDescent.Within(points, neighbours, RowMetric.Euclidean, 42, 2, CancellationToken.None);
        int[] asked = [.. Enumerable.Range(0, points.Rows).Where(i => i % every == 0)];
        var exact = ExactNeighbours.Between(points.SelectRows(asked), points, neighbours + 1, RowMetric.Euclidean, 2, CancellationToken.None);
        return asked.Select((row, i) => (double)found.IndicesOf(row).ToArray().Intersect(exact.IndicesOf(i).ToArray().Where(j => j != row)).Count() / neighbours).Average();
    }
}
