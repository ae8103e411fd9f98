using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Contracts;

/// <summary>What every clustering method in the catalogue must satisfy; a new one is tested as soon as it is listed.</summary>
public sealed class ClustererContract
{
    public static TheoryData<ClustererEntry> AllClusterers => [.. MethodCatalog.All.Clusterers];

    [Fact]
    public void Names_are_unique_plain_and_explained()
    {
        var all = MethodCatalog.All.Clusterers;
        Assert.Equal(all.Length, all.Select(entry => entry.Kind).Distinct().Count());
        Assert.All(all, entry => Assert.Matches("^[a-z]+(-[a-z]+)*$", entry.Kind));
        Assert.All(all, entry => Assert.EndsWith(".", entry.Sentence, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void A_model_places_new_rows_where_its_entry_says_so_and_its_own_rows_where_they_are(ClustererEntry entry)
    {
        var points = Blobs.Of(300, 4, 3);
        var model = Fit(entry, points, 4, threads: 2);

        Assert.Equal(entry.PlacesNewRows, model is IPlacingModel);
        if (model is IPlacingModel placing)
        {
            Assert.Equal(model.Partition.Labels.AsEnumerable(), placing.Predict(points, 2, CancellationToken.None).Labels);
            Assert.Throws<ArgumentException>(() => placing.Predict(new Matrix(3, 7), 2, CancellationToken.None));
        }
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void One_seed_gives_one_answer_for_any_number_of_threads_and_leaves_the_points_alone(ClustererEntry entry)
    {
        var points = Blobs.Of(700, 5, 6, spread: 40);
        var before = points.Copy();

        var first = Cluster(entry, points, 5, threads: 1);
        var again = Cluster(entry, points, 5, threads: 1);

        Assert.Equal(points.Rows, first.Labels.Length);
        Assert.Equal(first.Labels.AsEnumerable(), again.Labels);
        Assert.Equal(first.Labels.AsEnumerable(), Cluster(entry, points, 5, threads: 2).Labels);
        Assert.Equal(first.Labels.AsEnumerable(), Cluster(entry, points, 5, threads: 3).Labels);
        Assert.True(points.SameValues(before));
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void Groups_that_lie_apart_are_found_in_whatever_order_the_rows_come(ClustererEntry entry)
    {
        var points = Blobs.Of(300, 4, 3);
        var order = Blobs.Shuffled(300);

        var found = Cluster(entry, points, 4);
        var shuffled = Cluster(entry, points.SelectRows(order), 4);

        // Who leaves rows out may leave one in ten out; the others are in their groups.
        int[] kept = [.. Enumerable.Range(0, 300).Where(i => found.Labels[i] != Partition.Noise)];
        Assert.InRange(kept.Length, entry.FindsClusterCount ? 270 : 300, 300);
        Assert.Equal(1, PartitionAgreement.AdjustedRand(new Partition([.. kept.Select(i => found.Labels[i])], found.ClusterCount), new Partition([.. kept.Select(i => i % 4)], 4)));
        Assert.Equal(1, PartitionAgreement.AdjustedRand(shuffled, new Partition([.. order.Select(i => found.Labels[i])], found.ClusterCount)));
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void A_value_that_is_no_number_is_refused_with_its_place(ClustererEntry entry)
    {
        foreach (var value in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            var points = Blobs.Of(20, 2, 3);
            points[7, 2] = value;

            var error = Assert.Throws<ArgumentException>(() => Cluster(entry, points, 2));

            Assert.Contains("Row 7, column 2", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void No_row_and_no_column_are_refused(ClustererEntry entry)
    {
        Assert.Throws<ArgumentException>(() => Cluster(entry, new Matrix(0, 3), 1));
        Assert.Throws<ArgumentException>(() => Cluster(entry, new Matrix(3, 0), 1));
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void One_row_is_a_cluster_of_its_own_and_cannot_be_two_or_it_is_noise(ClustererEntry entry)
    {
        if (entry.FindsClusterCount)
        {
            Assert.Equal([Partition.Noise], Cluster(entry, Matrix.FromRows([[3, 4]]), 2).Labels.AsEnumerable());
            return;
        }

        Assert.Equal([0], Cluster(entry, Matrix.FromRows([[3, 4]]), 1).Labels.AsEnumerable());
        Assert.Contains("2", Assert.Throws<ArgumentException>(() => Cluster(entry, Matrix.FromRows([[3, 4]]), 2)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void One_column_is_enough(ClustererEntry entry)
    {
        var labels = Cluster(entry, Matrix.FromRows([.. Enumerable.Range(0, 24).Select(i => new[] { (10.0 * (i % 2)) + (0.1 * (i / 2)) })]), 2).Labels;

        Assert.Equal(2, labels.Distinct().Count());
        Assert.All(labels, (label, i) => Assert.Equal(labels[i % 2], label));
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void What_numbers_of_clusters_share_can_be_prepared_without_changing_the_answer(ClustererEntry entry)
    {
        var points = Blobs.Of(700, 5, 6, spread: 40);
        var clusterer = entry.Create(entry.Default with { Seed = 7, Threads = 1 });
        if (clusterer is not IPreparingClusterer preparing)
        {
            return;
        }

        var prepared = preparing.Prepare(points, 8, 3, CancellationToken.None);

        Assert.All([2, 5, 8], clusters => Assert.Equal(clusterer.Fit(points, clusters, 0, CancellationToken.None).Partition.Labels.AsEnumerable(), prepared.Fit(points, clusters, 0, CancellationToken.None).Partition.Labels));
    }

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void Equal_rows_stay_together(ClustererEntry entry)
        => Assert.Single(Cluster(entry, Matrix.FromRows([.. Enumerable.Repeat(new[] { 1.5, -2 }, 12)]), 3).Labels.Distinct());

    [Theory, MemberData(nameof(AllClusterers), DisableDiscoveryEnumeration = true)]
    public void Cancelling_stops_it(ClustererEntry entry)
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        foreach (var threads in new[] { 1, 2 })
        {
            Assert.ThrowsAny<OperationCanceledException>(() => entry.Create(entry.Default with { Threads = threads }).Fit(Blobs.Of(100, 3, 2), 3, 0, cancelled.Token));
        }
    }

    private static Partition Cluster(ClustererEntry entry, Matrix points, int clusters, int threads = 2) => Fit(entry, points, clusters, threads).Partition;

    // Takes the start with the best silhouette, as a sweep does.
    private static IClusterModel Fit(ClustererEntry entry, Matrix points, int clusters, int threads)
    {
        var clusterer = entry.Create(entry.Default with { Seed = 7, Threads = threads });
        return Enumerable.Range(0, clusterer.Starts).Select(start => clusterer.Fit(points, clusters, start, CancellationToken.None)).ToArray()
            .MaxBy(model => Silhouette.Score(points, model.Partition, 1, CancellationToken.None).Mean ?? -1)!;
    }
}
