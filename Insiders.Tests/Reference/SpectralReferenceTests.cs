using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;

namespace Insiders.Tests.Reference;

public sealed class SpectralReferenceTests
{
    [Theory]
    [InlineData("moons")]
    [InlineData("circles")]
    public void Shapes_that_no_mean_describes_are_told_apart(string dataset)
    {
        var (points, classes) = ReferenceAnswers.Points(dataset);

        var model = Spectral.Embed(points, 2, new SpectralOptions { Threads = 2 }, CancellationToken.None).Cut(2, CancellationToken.None);

        Assert.Equal(1, PartitionAgreement.AdjustedRand(ReferenceAnswers.Partition(classes), model.Partition));
    }
}
