using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;

namespace Insiders.Tests.Reference;

public sealed class KMeansReferenceTests
{
    // The next optima: iris 78.8557 (5 in 100,000 more) and 142.75; blobs, with two centres in one group, 7,538.
    [Theory]
    [InlineData("iris", 3)]
    [InlineData("blobs", 5)]
    public void Enough_starts_find_the_reference_s_inertia(string dataset, int clusters)
    {
        var model = Fit(dataset, clusters, starts: 20, seed: 42);

        Assert.InRange(model.Inertia, Reference(dataset, clusters) * (1 - 1e-9), Reference(dataset, clusters) * (1 + 1e-6));
    }

    // Digits have dozens of optima within 3 in 100,000 of the best, each found by about one start in 1,000; the reference's 100 starts met a
    // lucky one. Of 4,000 starts of ours one is below it, here by its seed. The median start is 0.4 % above.
    [Fact]
    public void Digits_have_an_optimum_below_the_reference_s_and_a_hundred_starts_come_near()
    {
        Assert.InRange(Fit("digits", 10, starts: 100, seed: 42).Inertia, 0, Reference("digits", 10) * (1 + 5e-5));
        Assert.InRange(Fit("digits", 10, starts: 1, seed: 5_894).Inertia, 0, Reference("digits", 10));
    }

    [Fact]
    public void Inertia_and_labels_follow_from_the_centres()
    {
        var (points, _) = ReferenceAnswers.Digits;
        var model = Fit("digits", 10, starts: 2, seed: 42);
        var squares = Enumerable.Range(0, points.Rows)
            .Sum(i => Distances.SquaredEuclidean(points.Row(i), model.Centres.Row(model.Partition.Labels[i])));

        Assert.Equal(squares, model.Inertia, 1e-6);
        Assert.Equal(model.Partition.Labels.AsEnumerable(), model.Predict(points).Labels);
    }

    private static KMeansModel Fit(string dataset, int clusters, int starts, ulong seed)
        => KMeans.Fit(ReferenceAnswers.Points(dataset).Points, new KMeansOptions { Clusters = clusters, Starts = starts, Seed = seed, Threads = 2 }, CancellationToken.None);

    private static double Reference(string dataset, int clusters)
        => ReferenceAnswers.Read("clusterers").GetProperty("kmeans").GetProperty($"{dataset}-{clusters}").GetProperty("inertia").GetDouble();
}
