using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Reference;

namespace Insiders.Tests.Core.Numerics;

public sealed class NeighbourSearchTests
{
    [Theory]
    [InlineData(RowMetric.Euclidean)]
    [InlineData(RowMetric.Hamming)]
    public void Digits_outside_the_table_find_nearly_all_their_neighbours_in_it(RowMetric metric)
    {
        var (points, _) = ReferenceAnswers.Digits;
        int[] known = [.. Enumerable.Range(0, points.Rows).Where(i => i % 3 != 0)];
        int[] asked = [.. Enumerable.Range(0, points.Rows).Where(i => i % 3 == 0)];

        Assert.True(Recall(points.SelectRows(known), points.SelectRows(asked), metric) >= 0.98);
    }

    [Fact]
    public void Rows_in_islands_find_their_own_island()
    {
        var points = Blobs.Of(9_000, 30, 12, spread: 20);
        int[] known = [.. Enumerable.Range(0, points.Rows).Where(i => i % 9 != 0)];
        int[] asked = [.. Enumerable.Range(0, points.Rows).Where(i => i % 9 == 0)];

        Assert.True(Recall(points.SelectRows(known), points.SelectRows(asked), RowMetric.Euclidean) >= 0.98);
    }

    [Fact]
    public void What_is_found_is_the_same_for_any_number_of_threads_and_in_any_company()
    {
        var points = Blobs.Of(2_000, 8, 9, spread: 30);
        var asked = Blobs.Of(200, 8, 9, seed: 6, spread: 30);
        var search = Over(points, RowMetric.Euclidean);

        var one = search.Nearest(asked, 15, 1, CancellationToken.None);
        var three = search.Nearest(asked, 15, 3, CancellationToken.None);
        var alone = search.Nearest(asked.SelectRows([77]), 15, 1, CancellationToken.None);

        Assert.All(Enumerable.Range(0, 200), i =>
        {
            Assert.Equal(one.IndicesOf(i), three.IndicesOf(i));
            Assert.Equal(one.DistancesOf(i), three.DistancesOf(i));
        });
        Assert.Equal(one.IndicesOf(77), alone.IndicesOf(0));
        Assert.Equal(one.DistancesOf(77), alone.DistancesOf(0));
    }

    [Fact]
    public void All_rows_are_found_when_all_are_asked_for_and_equal_ones_by_number()
    {
        var search = Over(Matrix.FromRows([[2, 0], [1, 0], [1, 0], [0, 0], [5, 0]]), RowMetric.Euclidean, neighbours: 2);

        var found = search.Nearest(Matrix.FromRows([[1, 0]]), 5, 1, CancellationToken.None);

        Assert.Equal([1, 2, 0, 3, 4], found.IndicesOf(0).ToArray());
        Assert.Equal([0, 0, 1, 1, 4], found.DistancesOf(0).ToArray());
    }

    [Fact]
    public void Numbers_beyond_single_precision_are_compared_all_the_same()
    {
        var search = Over(Matrix.FromRows([[1e100], [2e100], [-3e100], [4e100]]), RowMetric.Euclidean, neighbours: 2);

        Assert.Equal([1, 0], search.Nearest(Matrix.FromRows([[1.9e100]]), 2, 1, CancellationToken.None).IndicesOf(0).ToArray());
    }

    [Fact]
    public void Another_width_and_more_neighbours_than_rows_are_refused()
    {
        var search = Over(Blobs.Of(20, 2, 3), RowMetric.Euclidean, neighbours: 4);

        Assert.Throws<ArgumentException>(() => search.Nearest(new Matrix(2, 4), 3, 1, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Nearest(new Matrix(2, 3), 21, 1, CancellationToken.None));
    }

    private static double Recall(Matrix known, Matrix asked, RowMetric metric)
    {
        const int neighbours = 15;
        var found = Over(known, metric).Nearest(asked, neighbours, 2, CancellationToken.None);
        var exact = ExactNeighbours.Between(asked, known, neighbours, metric, 2, CancellationToken.None);

        // Distances, not numbers: of several rows at the same distance any is right.
        return Enumerable.Range(0, asked.Rows).Average(i =>
        {
            var farthest = exact.DistancesOf(i)[^1];
            return (double)found.DistancesOf(i).ToArray().Count(distance => distance <= farthest) / neighbours;
        });
    }

    private static NeighbourSearch Over(Matrix points, RowMetric metric, int neighbours = 15)
        => NeighbourSearch.Over(points, UmapGraph.Build(points, new UmapOptions { Neighbours = neighbours, Metric = metric, Threads = 2 }, CancellationToken.None).Edges, metric, 42, 2, CancellationToken.None);
}
