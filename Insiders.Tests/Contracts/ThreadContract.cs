using System.Collections.Immutable;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Clustering.Density;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Contracts;

/// <summary>One, two and three threads give the same bits, in every method that uses threads.</summary>
public sealed class ThreadContract
{
    // Overlapping groups, so that a different order of sums would change the result.
    private static readonly Matrix s_points = Blobs.Of(601, 6, 9, spread: 30);

    [Fact]
    public void A_forest_is_the_same()
        => Same(threads =>
        {
            var model = RandomForest.Fit(s_points, s_points.Column(3), new ForestOptions { Trees = 23, Threads = threads }, null, CancellationToken.None);
            return [.. model.Leaves(s_points, threads, CancellationToken.None).Values, model.OutOfBagR2!.Value, .. model.Importances, model.Predict(s_points.Row(5))];
        });

    [Theory]
    [InlineData(RowMetric.Euclidean)]
    [InlineData(RowMetric.Hamming)]
    public void Exact_neighbours_are_the_same(RowMetric metric)
        => Same(threads => Numbers(ExactNeighbours.Within(s_points, 12, metric, threads, CancellationToken.None)));

    [Fact]
    public void Neighbours_by_descent_are_the_same()
        => Same(threads => Numbers(NeighbourDescent.Within(s_points, 12, RowMetric.Euclidean, 3, threads, CancellationToken.None)));

    [Fact]
    public void An_embedding_and_new_rows_in_it_are_the_same()
        => Same(threads =>
        {
            var options = new UmapOptions { Dimensions = 5, Epochs = 60, Threads = threads };
            var model = Umap.Fit(UmapGraph.Build(s_points, options, CancellationToken.None), options, null, CancellationToken.None);
            return [.. model.Embedding.Values, .. model.Transform(Blobs.Of(77, 6, 9, seed: 8, spread: 30), CancellationToken.None).Values];
        });

    [Fact]
    public void K_means_is_the_same()
        => Same(threads =>
        {
            var model = KMeans.Fit(s_points, new KMeansOptions { Clusters = 7, Starts = 5, Threads = threads }, CancellationToken.None);
            return [model.Inertia, .. model.Centres.Values, .. Numbers(model.Partition)];
        });

    [Theory]
    [InlineData(CovarianceShape.Full)]
    [InlineData(CovarianceShape.Diagonal)]
    [InlineData(CovarianceShape.Tied)]
    [InlineData(CovarianceShape.Spherical)]
    public void A_mixture_is_the_same(CovarianceShape shape)
        => Same(threads =>
        {
            var model = GaussianMixture.Fit(s_points, new MixtureOptions { Components = 7, Covariance = shape, Threads = threads }, CancellationToken.None);
            return [model.MeanLogLikelihood, model.Bic, .. model.Means.Values, .. model.Weights, .. Numbers(model.Partition), .. Numbers(model.Predict(s_points, threads, CancellationToken.None))];
        });

    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Complete)]
    public void A_dendrogram_is_the_same(Linkage linkage)
        => Same(threads => [.. Hierarchical.Fit(s_points, linkage, threads, CancellationToken.None).Merges.SelectMany(merge => new[] { merge.First, merge.Second, merge.Height })]);

    [Fact]
    public void Forests_of_random_splits_are_the_same()
        => Same(threads =>
        {
            var extra = ExtraTrees.Fit(s_points, s_points.Column(3), new ExtraTreesOptions { Trees = 11, Bootstrap = true, Threads = threads }, null, CancellationToken.None);
            var random = RandomTrees.Fit(s_points, new RandomTreesOptions { Trees = 11, Threads = threads }, null, CancellationToken.None);
            return [.. extra.Leaves(s_points, threads, CancellationToken.None).Values, extra.OutOfBagR2!.Value, .. random.Leaves(s_points, threads, CancellationToken.None).Values];
        });

    [Fact]
    public void T_SNE_and_principal_components_are_the_same()
        => Same(threads =>
        {
            var model = Tsne.Fit(s_points, new TsneOptions { MaximumIterations = 300, Threads = threads }, null, CancellationToken.None);
            return [model.Divergence, .. model.Embedding.Values, .. Pca.Fit(s_points, 5, threads, CancellationToken.None).Embedding.Values];
        });

    [Fact]
    public void Density_is_the_same()
        => Same(threads =>
        {
            var (dense, stable) = (Dbscan.Fit(s_points, 60, 6, threads, CancellationToken.None), Hdbscan.Fit(s_points, 8, threads, CancellationToken.None));
            return [.. Numbers(dense.Partition), .. Numbers(stable.Partition), .. stable.Stabilities, .. KDistances.Of(s_points, 5, threads, CancellationToken.None).Sorted];
        });

    [Fact]
    public void Spectral_places_are_the_same()
        => Same(threads => [.. Spectral.Embed(s_points, 6, new SpectralOptions { Threads = threads }, CancellationToken.None).Places.Values]);

    [Fact]
    public void Silhouettes_are_the_same()
        => Same(threads => [.. Silhouette.Score(s_points, new Partition([.. Enumerable.Range(0, 601).Select(i => i % 6)], 6), threads, CancellationToken.None).Rows]);

    [Fact]
    public void A_sweep_is_the_same()
        => Same(threads =>
        {
            var result = ClusterSweep.Run(s_points, new SweepOptions { Minimum = 3, Maximum = 8 }, [SweepMethod.Of(new MixtureOptions { Starts = 2 }, MethodCatalog.All), SweepMethod.Of(new KMeansOptions(), MethodCatalog.All)], threads, null, CancellationToken.None);
            return [.. result.Candidates.SelectMany(candidate => candidate.Scores.Values), .. Numbers(result.Model.Partition)];
        });

    private static void Same(Func<int, ImmutableArray<double>> run)
    {
        var one = run(1);

        Assert.NotEmpty(one);
        Assert.Equal(Bits(one), Bits(run(2)));
        Assert.Equal(Bits(one), Bits(run(3)));
    }

    private static IEnumerable<long> Bits(ImmutableArray<double> values) => values.Select(BitConverter.DoubleToInt64Bits);

    private static ImmutableArray<double> Numbers(NeighbourGraph graph)
        => [.. Enumerable.Range(0, graph.Rows).SelectMany(i => graph.DistancesOf(i).ToArray().Concat(graph.IndicesOf(i).ToArray().Select(index => (double)index)))];

    private static IEnumerable<double> Numbers(Partition partition) => partition.Labels.Select(label => (double)label);
}
