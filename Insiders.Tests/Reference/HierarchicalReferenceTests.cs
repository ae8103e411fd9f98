using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;

namespace Insiders.Tests.Reference;

public sealed class HierarchicalReferenceTests
{
    // Heights of single linkage end at 1.64 on iris, those of Ward at 32.4; squared instead of plain distances of Ward would end at 1,053.
    [Theory]
    [InlineData("ward", Linkage.Ward, "iris-3")]
    [InlineData("ward", Linkage.Ward, "blobs-5")]
    [InlineData("ward", Linkage.Ward, "moons-2")]
    [InlineData("average", Linkage.Average, "iris-3")]
    [InlineData("average", Linkage.Average, "blobs-5")]
    [InlineData("average", Linkage.Average, "moons-2")]
    public void Heights_and_clusters_are_the_reference_s(string name, Linkage linkage, string dataset)
    {
        var parts = dataset.Split('-');
        var reference = ReferenceAnswers.Read("clusterers").GetProperty(name).GetProperty(dataset);

        var dendrogram = Hierarchical.Fit(ReferenceAnswers.Points(parts[0]).Points, linkage, 2, CancellationToken.None);

        var expected = ReferenceAnswers.Numbers(reference.GetProperty("last_merge_heights"));
        Assert.Equal(expected, dendrogram.Merges[^expected.Length..].Select(merge => merge.Height), (a, b) => Math.Abs(a - b) <= 1e-8);
        var labels = ReferenceAnswers.Partition(ReferenceAnswers.Whole(reference.GetProperty("labels")));
        Assert.Equal(1, PartitionAgreement.AdjustedRand(labels, dendrogram.Cut(parts[1][0] - '0')));
    }
}
