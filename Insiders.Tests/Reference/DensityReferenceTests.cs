using System.Text.Json;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Clustering.Density;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Numerics;

namespace Insiders.Tests.Reference;

public sealed class DensityReferenceTests
{
    [Theory]
    [InlineData("moons")]
    [InlineData("circles")]
    [InlineData("blobs")]
    public void Dbscan_has_the_labels_cores_and_noise_of_scikit_learn(string dataset)
    {
        var reference = ReferenceAnswers.Read("clusterers").GetProperty("dbscan").GetProperty(dataset);

        var model = Dbscan.Fit(ReferenceAnswers.Points(dataset).Points, reference.GetProperty("eps").GetDouble(), reference.GetProperty("min_samples").GetInt32(), 2, CancellationToken.None);

        Assert.Equal(ReferenceAnswers.Whole(reference.GetProperty("labels")), model.Partition.Labels);
        Assert.Equal((reference.GetProperty("core_count").GetInt32(), reference.GetProperty("clusters").GetInt32()), (model.CoreRows, model.ClusterCount));
    }

    [Fact]
    public void Dbscan_has_the_clusters_and_noise_of_R_on_iris()
        => Same(Density().GetProperty("iris_dbscan_eps.5_min5"), Dbscan.Fit(ReferenceAnswers.Points("iris").Points, 0.5, 5, 2, CancellationToken.None).Partition);

    // Moons have 82.7 and 101.3 instead of 90.9 and 110.7 when a branch that is too small leaves as a whole.
    [Theory]
    [InlineData("iris")]
    [InlineData("moons")]
    public void Hdbscan_has_the_clusters_noise_and_stabilities_of_R(string dataset)
    {
        var reference = Density().GetProperty($"{dataset}_hdbscan_min5");
        var points = dataset == "iris" ? ReferenceAnswers.Points("iris").Points : Matrix.FromRows([.. Density().GetProperty("moons").EnumerateArray().Select(ReferenceAnswers.Numbers)]);

        var model = Hdbscan.Fit(points, 5, 2, CancellationToken.None);

        Same(reference.GetProperty("labels"), model.Partition);
        var expected = reference.GetProperty("scores").EnumerateObject().Select(score => score.Value.GetDouble());
        Assert.Equal(expected.Order(), model.Stabilities.Order(), (a, b) => Math.Abs(a - b) <= 1e-6);
    }

    private static JsonElement Density() => ReferenceAnswers.Read("density_reference");

    /// <summary>The same groups whatever their numbers, and the same noise, which is 0 there.</summary>
    private static void Same(JsonElement labels, Partition found)
    {
        var expected = ReferenceAnswers.Whole(labels);
        Assert.Equal(expected.Select(label => label == 0), found.Labels.Select(label => label == Partition.Noise));
        Assert.Equal(expected.Distinct().Count(), expected.Zip(found.Labels).Distinct().Count());
        Assert.Equal(1, PartitionAgreement.AdjustedRand(ReferenceAnswers.Partition(expected), found));
    }
}
