using System.Globalization;
using Insiders.Core.Application.Runs;
using Insiders.Core.Learning.Clustering;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage;

public sealed class StoredCustomersTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_customer_is_read_again_bit_for_bit()
    {
        await using var database = await TempDatabase.CreateAsync();
        var result = SampleResults.Of(30);
        var runId = await database.Store.SaveAsync(result);

        var customers = await database.Store.ReadCustomersAsync(runId, None);

        var at = customers.Ids.IndexOf("c0000007");
        Assert.Equal(result.Features.Values.Row(7).ToArray(), customers.Features.Select(feature => feature[at]));
        Assert.Equal((result.Coordinates[7, 0], result.Coordinates[7, 1], 0.5), (customers.X[at], customers.Y[at], customers.Silhouettes[at]));
        Assert.Equal(("EIRE", result.Clusters.Labels[7]), (customers.Countries[at], customers.Clusters[at]));
        Assert.Equal((await database.Store.FindRunAsync(runId, None))!.Segments[result.SegmentOf[7]].SegmentId, customers.SegmentIds[at]);
    }

    [Fact]
    public async Task Noise_has_neither_cluster_nor_segment_nor_silhouette()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.SaveAsync(SampleResults.Of(30, noise: true));

        var customers = await database.Store.ReadCustomersAsync(runId, None);

        Assert.Equal((Partition.Noise, null, double.NaN), (customers.Clusters[0], customers.SegmentIds[0], customers.Silhouettes[0]));
    }

    [Fact]
    public async Task An_unknown_run_is_refused()
    {
        await using var database = await TempDatabase.CreateAsync();

        Assert.Null(await database.Store.FindRunAsync(99, None));
        await Assert.ThrowsAsync<RunChangedException>(() => database.Store.ReadCustomersAsync(99, None));
    }

    [Fact]
    public async Task A_run_shows_the_features_it_had_though_a_later_run_has_more()
    {
        await using var database = await TempDatabase.CreateAsync();
        var old = await database.Store.SaveAsync(SampleResults.Of(10));
        var later = await database.Store.SaveAsync(SampleResults.Of(10, extraFeature: "visits"));

        Assert.Equal(50, (await database.Store.ReadCustomersAsync(old, None)).FeatureNames.Length);
        Assert.Equal(51, (await database.Store.ReadCustomersAsync(later, None)).FeatureNames.Length);
    }

    [Theory]
    [InlineData("visits; --")]
    [InlineData("a\"b")]
    [InlineData("run_id")]
    [InlineData("GROSS_REVENUE")]
    public async Task A_feature_whose_name_is_no_column_name_is_refused(string name)
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(
            () => database.Store.FinishRunAsync(runId, SampleResults.Of(10, extraFeature: name), SavedRuns.Noon, None));
    }

    [Fact]
    public async Task Twenty_thousand_customers_are_kept_in_the_order_of_their_ids()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.SaveAsync(SampleResults.Of(20_000));

        var customers = await database.Store.ReadCustomersAsync(runId, None);

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i:0000000}")), customers.Ids);
    }
}
