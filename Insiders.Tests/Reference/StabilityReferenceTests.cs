using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Stability;
using Insiders.Core.Numerics;

namespace Insiders.Tests.Reference;

/// <summary>R's fpc 2.2-10, <c>clusterboot(iris[, 1:4], B = 1000, bootmethod = "boot")</c>; standard error of its means 0.004.</summary>
public sealed class StabilityReferenceTests
{
    private const double ThreeStandardErrors = 0.017; // √(0.004² + 0.004²) · 3: both are means of 1,000 samples

    [Fact]
    public void K_means_on_iris_is_found_again_as_often_as_fpc_finds_it()
        => Assert.Equal([0.9371, 0.9502, 1.0], Means(new KMeansClusterer(new KMeansOptions { Starts = 10, Threads = 1 })), (a, b) => Math.Abs(a - b) <= ThreeStandardErrors);

    // fpc's interface to hclust brings the columns of each sample to a standard deviation of 1 first. Without that Ward is steadier: 0.84, 0.86 and 1.
    [Fact]
    public void Ward_on_iris_is_found_again_as_often_as_fpc_finds_it()
        => Assert.Equal([0.5238, 0.5989, 0.9866], Means(new OnScaledColumns(new HierarchicalClusterer(new HierarchicalOptions { Threads = 1 }))), (a, b) => Math.Abs(a - b) <= ThreeStandardErrors);

    private static IEnumerable<double> Means(IClusterer clusterer)
    {
        var (points, _) = ReferenceAnswers.Points("iris");
        var partition = clusterer.Fit(points, 3, 0, CancellationToken.None).Partition;
        return BootstrapJaccard.Of(points, partition, clusterer, new StabilityOptions { Resamples = 1_000 }, 2, null, CancellationToken.None).Select(cluster => cluster.MeanJaccard).Order();
    }

    private sealed class OnScaledColumns(IClusterer clusterer) : IClusterer
    {
        public int Starts => 1;

        public IClusterModel Fit(Matrix points, int clusters, int start, CancellationToken cancellationToken)
            => clusterer.Fit(new Scaling(new ScalingOptions()).Fit(points, [], null, cancellationToken).Embedding, clusters, start, cancellationToken);
    }
}
