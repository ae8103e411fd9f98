using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Stability;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Learning.Stability;

public sealed class BootstrapJaccardTests
{
    private static readonly KMeansClusterer s_method = new(new KMeansOptions { Threads = 1 });

    [Fact]
    public void Groups_that_lie_apart_are_always_found_again()
        => Assert.All(Of(Blobs.Of(200, 4, 3), 4, threads: 2), cluster => Assert.Equal((1, 0, 20, ClusterTrust.High), (cluster.MeanJaccard, cluster.Dissolved, cluster.Recovered, cluster.Trust)));

    [Fact]
    public void Parts_of_one_cloud_are_not_to_be_trusted_all()
        => Assert.Contains(Of(Blobs.Of(200, 1, 6), 6, threads: 2), cluster => cluster.Trust == ClusterTrust.None);

    [Fact]
    public void Threads_do_not_matter()
        => Assert.Equal(Of(Blobs.Of(150, 3, 4, spread: 60), 3, threads: 1).AsEnumerable(), Of(Blobs.Of(150, 3, 4, spread: 60), 3, threads: 3).AsEnumerable());

    [Fact]
    public void Labels_of_other_rows_are_refused_and_cancelling_stops_it()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Contains("2 labels", Assert.Throws<ArgumentException>(
            () => BootstrapJaccard.Of(new Matrix(3, 1), new Partition([0, 1], 2), s_method, new StabilityOptions(), 1, null, CancellationToken.None)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<OperationCanceledException>(
            () => BootstrapJaccard.Of(new Matrix(2, 1), new Partition([0, 0], 1), s_method, new StabilityOptions(), 2, null, cancelled.Token));
    }

    [Theory]
    [InlineData(0.5999, ClusterTrust.None)]
    [InlineData(0.6, ClusterTrust.Pattern)]
    [InlineData(0.75, ClusterTrust.Valid)]
    [InlineData(0.85, ClusterTrust.High)]
    public void Words_begin_where_fpc_begins_them(double mean, ClusterTrust trust) => Assert.Equal(trust, new ClusterStability(mean, 0, 0, 0).Trust);

    private static ImmutableArray<ClusterStability> Of(Matrix points, int clusters, int threads)
        => BootstrapJaccard.Of(points, s_method.Fit(points, clusters, 0, CancellationToken.None).Partition, s_method, new StabilityOptions { Resamples = 20 }, threads, null, CancellationToken.None);
}
