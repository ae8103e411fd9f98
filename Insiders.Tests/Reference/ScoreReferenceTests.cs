using Insiders.Core.Learning.Scoring;

namespace Insiders.Tests.Reference;

public sealed class ScoreReferenceTests
{
    [Theory]
    [InlineData("iris-3")]
    [InlineData("blobs-5")]
    [InlineData("blobs-8")]
    public void Silhouettes_are_the_reference_s(string name)
    {
        var (points, _) = ReferenceAnswers.Points(name.Split('-')[0]);
        var reference = ReferenceAnswers.Read("metrics").GetProperty(name);
        var partition = ReferenceAnswers.Partition(ReferenceAnswers.Whole(reference.GetProperty("labels")));

        var score = Silhouette.Score(points, partition, 2, CancellationToken.None);

        // Dividing a row's own cluster by its size instead of size − 1 raises iris to 0.5617.
        Assert.Equal(reference.GetProperty("silhouette").GetDouble(), score.Mean!.Value, 1e-9);
        Assert.All(ReferenceAnswers.Numbers(reference.GetProperty("silhouette_samples")).Zip(score.Rows), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
        Assert.Equal(0, score.NoiseShare);
    }

    [Theory]
    [InlineData("iris-3")]
    [InlineData("blobs-5")]
    [InlineData("blobs-8")]
    public void Adjusted_Rand_indices_are_the_reference_s(string name)
    {
        var (_, classes) = ReferenceAnswers.Points(name.Split('-')[0]);
        var reference = ReferenceAnswers.Read("metrics").GetProperty(name);
        var found = ReferenceAnswers.Partition(ReferenceAnswers.Whole(reference.GetProperty("labels")));
        var truth = ReferenceAnswers.Partition(classes);

        // Without the adjustment for chance iris has 0.8797.
        Assert.Equal(reference.GetProperty("adjusted_rand_vs_truth").GetDouble(), PartitionAgreement.AdjustedRand(found, truth), 1e-12);
        Assert.Equal(PartitionAgreement.AdjustedRand(truth, found), PartitionAgreement.AdjustedRand(found, truth));
    }
}
