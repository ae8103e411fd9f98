using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

public sealed class NeighboursByHandTests
{
    // On a line: 0, 1, 2, 2, 5.
    private static readonly Matrix s_line = Matrix.FromRows([[0], [1], [2], [2], [5]]);

    [Fact]
    public void Equal_distances_go_to_the_lower_row()
    {
        var near = ExactNeighbours.Within(s_line, 2, RowMetric.Euclidean, 1, CancellationToken.None);

        Assert.Equal([1, 2], near.IndicesOf(0).ToArray()); // rows 2 and 3 are equally far
        Assert.Equal([0, 2], near.IndicesOf(1).ToArray()); // three rows at distance 1
        Assert.Equal([3, 1], near.IndicesOf(2).ToArray()); // itself is no neighbour, its equal is
        Assert.Equal([2, 1], near.IndicesOf(3).ToArray());
        Assert.Equal([2, 3], near.IndicesOf(4).ToArray());
        Assert.Equal([0, 1], near.DistancesOf(2).ToArray());
        Assert.Equal([3, 3], near.DistancesOf(4).ToArray());
    }

    [Fact]
    public void Queries_find_rows_that_equal_them()
    {
        var near = ExactNeighbours.Between(Matrix.FromRows([[2], [-1]]), s_line, 5, RowMetric.Euclidean, 1, CancellationToken.None);

        Assert.Equal([2, 3, 1, 0, 4], near.IndicesOf(0).ToArray());
        Assert.Equal([1, 2, 3, 3, 6], near.DistancesOf(1).ToArray());
    }

    [Fact]
    public void Hamming_is_the_share_of_places_that_differ()
    {
        var rows = Matrix.FromRows([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6, 7, 8, 9, 99], [1, 0, 3, 0, 5, 0, 7, 0, 9, 0]]);

        var near = ExactNeighbours.Within(rows, 2, RowMetric.Hamming, 1, CancellationToken.None);

        Assert.Equal([0.1, 0.5], near.DistancesOf(0).ToArray()); // of 16 if the padding were counted
        Assert.Equal([0.1, 0.5], near.DistancesOf(1).ToArray());
        Assert.Equal(5, Distances.Differing(rows.Row(0), rows.Row(2)));
    }

    [Fact]
    public void More_neighbours_than_there_are_rows_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactNeighbours.Within(s_line, 5, RowMetric.Euclidean, 1, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactNeighbours.Between(s_line, s_line, 6, RowMetric.Euclidean, 1, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeighbourDescent.Within(s_line, 5, RowMetric.Euclidean, 1, 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => ExactNeighbours.Between(new Matrix(1, 2), s_line, 1, RowMetric.Euclidean, 1, CancellationToken.None));
    }

    // Three rows at 0, 1 and 3, one neighbour each: 0 → 1, 1 → 0, 2 → 1. A row's only neighbour lies at its rho and has strength 1.
    // Union: 0–1: 1 + 1 − 1·1 = 1; 1–2: 1 + 0 − 0 = 1; 0 and 2 are not joined.
    [Fact]
    public void Three_rows_with_one_neighbour_each_become_two_edges()
    {
        var graph = UmapGraph.Build(Matrix.FromRows([[0], [1], [3]]), new UmapOptions { Neighbours = 2, Threads = 1 }, CancellationToken.None);

        Assert.Equal([1, 1, 2], graph.Smooth.Rho);
        Assert.Equal(4, graph.Edges.Entries);
        Assert.Equal([1], graph.Edges.NeighboursOf(0).ToArray());
        Assert.Equal([0, 2], graph.Edges.NeighboursOf(1).ToArray());
        Assert.Equal([1, 1], graph.Edges.WeightsOf(1).ToArray()); // 2 and 1 by plain addition
    }

    // The same rows, two neighbours each. The second one's strength must be log2(3) − 1 = 0.584963, whatever the distances:
    // 0: (1 at rho, 2: s), 1: (0 at rho, 2: s), 2: (1 at rho, 0: s). Union: 0–1: 1; 0–2: s + s − s² = 0.827744; 1–2: s + 1 − s = 1.
    [Fact]
    public void Three_rows_with_two_neighbours_each_are_joined_by_the_fuzzy_union()
    {
        var graph = UmapGraph.Build(Matrix.FromRows([[0], [1], [3]]), new UmapOptions { Neighbours = 3, Threads = 1 }, CancellationToken.None);
        var s = Math.Log2(3) - 1;

        // The search ends within 1e-5 of the sum. 0.584963 without the union, 0.342181 with the intersection.
        Assert.Equal([1, (2 * s) - (s * s)], graph.Edges.WeightsOf(0).ToArray(), (a, b) => Math.Abs(a - b) < 2e-5);
        Assert.Equal([1, 1], graph.Edges.WeightsOf(1).ToArray(), (a, b) => Math.Abs(a - b) < 2e-5);
        Assert.Equal(2 / -Math.Log(s), graph.Smooth.Sigma[0], 1e-3); // row 0: (3 − 1) ÷ −ln s
    }

    [Fact]
    public void A_graph_falls_into_its_pieces()
    {
        var graph = new SparseGraph([0, 1, 2, 3, 4, 4], [2, 3, 0, 1], [1, 0.5, 1, 0.5]);

        Assert.Equal([0, 1, 0, 1, 2], graph.Components(out var count));
        Assert.Equal(3, count);
        var piece = graph.Induced([1, 3]);
        Assert.Equal((2, 2), (piece.Vertices, piece.Entries));
        Assert.Equal([0.5], piece.WeightsOf(0).ToArray());
    }
}
