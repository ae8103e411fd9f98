using System.Globalization;
using System.Text.Json;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Numerics;

namespace Insiders.Tests.Reference;

/// <summary>The steps of UMAP before the layout, number by number.</summary>
public sealed class UmapReferenceTests
{
    private static readonly JsonElement s_umap = ReferenceAnswers.Read("reducers").GetProperty("umap");

    [Fact]
    public void The_curve_has_the_reference_s_a_and_b()
    {
        var expected = ReferenceAnswers.Numbers(s_umap.GetProperty("a_b_for_spread_1_min_dist_0.1"));

        var curve = EmbeddingCurve.Fit(0.1, 1);

        // With 100 points instead of 300 a is 1.5804: the tolerance is far below.
        Assert.Equal(expected[0], curve.A, 1e-5);
        Assert.Equal(expected[1], curve.B, 1e-5);
    }

    [Fact]
    public void Rho_and_sigma_of_iris_are_the_reference_s()
    {
        var reference = s_umap.GetProperty("iris_fuzzy_set_n15");
        var smooth = Iris().Smooth;

        // Printed to six digits from single precision. Rho of the nearest neighbour without skipping equal rows would be 0 for the
        // two equal rows of iris (101 and 142), where the reference has 0.387298 and 0.264575.
        Assert.All(ReferenceAnswers.Numbers(reference.GetProperty("rhos")).Zip(smooth.Rho), pair => Assert.Equal(pair.First, pair.Second, 1e-5));

        // The search stops when the strengths sum to log2(15) within 1e-5. With log2(14) every sigma is about 5 % smaller: 2e-3 and more.
        Assert.All(ReferenceAnswers.Numbers(reference.GetProperty("sigmas")).Zip(smooth.Sigma), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    // In 38 rows the 14th and 15th other row are equally far; which of them is taken is left open, and ours takes the lower number.
    // So a few edges differ: 2,696 and a sum of 916.811. With 13 or 15 others there would be 2,502 or 2,874 edges, sums 890.8 or 940.9.
    [Fact]
    public void The_fuzzy_set_of_iris_is_the_reference_s_but_for_equal_distances()
    {
        var reference = s_umap.GetProperty("iris_fuzzy_set_n15");
        var iris = Iris();
        var nearest = ExactNeighbours.Within(iris.Points, 15, RowMetric.Euclidean, 1, CancellationToken.None);
        var weights = Enumerable.Range(0, 150).Select(i => iris.Edges.WeightsOf(i).ToArray());

        Assert.Equal(38, Enumerable.Range(0, 150).Count(i => nearest.DistancesOf(i)[14] - nearest.DistancesOf(i)[13] < 1e-9));
        Assert.InRange(iris.Edges.Entries, reference.GetProperty("nonzeros").GetInt32() - 20, reference.GetProperty("nonzeros").GetInt32() + 20);
        Assert.Equal(reference.GetProperty("sum").GetDouble(), weights.Sum(row => row.Sum()), 0.1);
        var expected = reference.GetProperty("row0").EnumerateObject().ToDictionary(entry => int.Parse(entry.Name, CultureInfo.InvariantCulture), entry => entry.Value.GetDouble());

        // Row 11 is as far from row 0 as from the row it takes as its last neighbour.
        Assert.True(expected.Remove(11));
        Assert.Equal(nearest.DistancesOf(11)[13], Math.Sqrt(Distances.SquaredEuclidean(iris.Points.Row(11), iris.Points.Row(0))), 1e-9);
        Assert.Equal(expected.Keys.Order(), iris.Edges.NeighboursOf(0).ToArray());
        Assert.All(iris.Edges.NeighboursOf(0).ToArray().Zip(iris.Edges.WeightsOf(0).ToArray()), edge => Assert.Equal(expected[edge.First], edge.Second, 1e-5));
    }

    private static UmapGraph Iris() => UmapGraph.Build(ReferenceAnswers.Points("iris").Points, new UmapOptions { Neighbours = 15, Threads = 2 }, CancellationToken.None);
}
