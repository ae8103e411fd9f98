using System.Globalization;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Storage;

public sealed class CustomerQueryTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_customer_is_read_again_bit_for_bit()
    {
        await using var database = await TempDatabase.CreateAsync();
        var result = SampleResults.Of(30);
        var runId = await database.Store.SaveAsync(result);

        var row = (await database.Store.FindCustomerAsync(runId, "c0000007", None))!;

        Assert.Equal(result.Features.Values.Row(7).ToArray(), row.Features);
        Assert.Equal((result.Coordinates[7, 0], result.Coordinates[7, 1], 0.5), (row.X, row.Y, row.Silhouette));
        Assert.Equal(("EIRE", (int?)result.Clusters.Labels[7]), (row.Country, row.Cluster));
        Assert.Equal(await SegmentIdAsync(database.Store, runId, result.SegmentOf[7]), row.SegmentId);
    }

    [Fact]
    public async Task Noise_has_neither_cluster_nor_segment_nor_silhouette()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.SaveAsync(SampleResults.Of(30, noise: true));

        var row = (await database.Store.FindCustomerAsync(runId, "c0000000", None))!;

        Assert.Equal((null, null, null), (row.Cluster, row.SegmentId, row.Silhouette));
    }

    [Fact]
    public async Task An_unknown_customer_or_run_is_not_found()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.SaveAsync(SampleResults.Of(30));

        Assert.Null(await database.Store.FindCustomerAsync(runId, "nobody", None));
        Assert.Null(await database.Store.FindRunAsync(99, None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store.ListCustomersAsync(99, new CustomerQuery(), None));
    }

    [Theory]
    [InlineData("gross_revenue")]
    [InlineData("feature_47")]
    public async Task Any_feature_sorts_and_pages_join_without_gap_or_overlap(string feature)
    {
        await using var database = await TempDatabase.CreateAsync();
        var result = SampleResults.Of(105);
        var runId = await database.Store.SaveAsync(result);
        var column = result.Features.Column(feature);

        List<string> ids = [];
        for (var offset = 0; offset < 105; offset += 50)
        {
            var page = await database.Store.ListCustomersAsync(runId, new CustomerQuery { SortBy = feature, Offset = offset }, None);
            Assert.Equal(105, page.Total);
            ids.AddRange(page.Rows.Select(row => row.CustomerId));
        }

        Assert.Equal(Enumerable.Range(0, 105).OrderByDescending(i => column[i]).Select(i => result.Features.CustomerIds[i]), ids);
    }

    [Fact]
    public async Task Every_column_offered_for_sorting_sorts_both_ways_with_missing_values_last()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.SaveAsync(SampleResults.Of(30, noise: true));

        foreach (var column in CustomerQuery.SortableColumns)
        {
            foreach (var descending in new[] { true, false })
            {
                var page = await database.Store.ListCustomersAsync(runId, new CustomerQuery { SortBy = column, Descending = descending }, None);

                Assert.Equal(30, page.Rows.Length);
                if (column is "cluster" or "segment" or "silhouette")
                {
                    Assert.Equal("c0000000", page.Rows[^1].CustomerId);
                }
            }
        }
    }

    [Fact]
    public async Task Customers_of_one_segment_only()
    {
        await using var database = await TempDatabase.CreateAsync();
        var result = SampleResults.Of(50);
        var runId = await database.Store.SaveAsync(result);
        var segmentId = await SegmentIdAsync(database.Store, runId, 1);

        var page = await database.Store.ListCustomersAsync(runId, new CustomerQuery { SegmentIds = [segmentId], Limit = 100 }, None);

        Assert.Equal(result.Segments[1].Profile.Customers, page.Total);
        Assert.All(page.Rows, row => Assert.Equal(segmentId, row.SegmentId));
    }

    [Theory]
    [InlineData("c000001", 10)]
    [InlineData("C000001", 10)]
    [InlineData("portu", 10)]
    [InlineData("%", 0)]
    [InlineData("c_0", 0)]
    [InlineData("' OR 1=1 --", 0)]
    [InlineData("", 30)]
    public async Task Text_is_found_in_id_and_country_and_never_read_as_a_pattern(string text, int expected)
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.SaveAsync(SampleResults.Of(30));

        Assert.Equal(expected, (await database.Store.ListCustomersAsync(runId, new CustomerQuery { Text = text }, None)).Total);
    }

    [Fact]
    public async Task Ranges_and_country_narrow_the_list_together()
    {
        await using var database = await TempDatabase.CreateAsync();
        var result = SampleResults.Of(60);
        var runId = await database.Store.SaveAsync(result);
        var (first, second) = (result.Features.Column("feature_10"), result.Features.Column("feature_11"));

        var page = await database.Store.ListCustomersAsync(
            runId, new CustomerQuery { Country = "EIRE", Ranges = [new("feature_10", 0.25, null), new("feature_11", 0.1, 0.75)], SortBy = "customer_id", Descending = false }, None);

        var expected = Enumerable.Range(0, 60).Where(i => i % 3 != 0 && first[i] >= 0.25 && second[i] is >= 0.1 and <= 0.75);
        Assert.Equal(expected.Select(i => result.Features.CustomerIds[i]), page.Rows.Select(row => row.CustomerId));
    }

    [Fact]
    public async Task A_column_that_is_not_there_is_refused_with_those_that_are()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.SaveAsync(SampleResults.Of(30));

        foreach (var query in new[] { new CustomerQuery { SortBy = "1; DROP TABLE runs" }, new CustomerQuery { Ranges = [new("reason", 0, 1)] } })
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => database.Store.ListCustomersAsync(runId, query, None));
            Assert.Contains("customer_id, country, cluster, segment, silhouette, gross_revenue", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_run_shows_the_features_it_had_though_a_later_run_has_more()
    {
        await using var database = await TempDatabase.CreateAsync();
        var old = await database.Store.SaveAsync(SampleResults.Of(10));
        var later = await database.Store.SaveAsync(SampleResults.Of(10, extraFeature: "visits"));

        var oldPage = await database.Store.ListCustomersAsync(old, new CustomerQuery(), None);
        var laterPage = await database.Store.ListCustomersAsync(later, new CustomerQuery { SortBy = "visits" }, None);

        Assert.Equal((50, 51), (oldPage.FeatureNames.Length, laterPage.FeatureNames.Length));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Store.ListCustomersAsync(old, new CustomerQuery { SortBy = "visits" }, None));
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
    public async Task Twenty_thousand_customers_are_kept_and_paged()
    {
        await using var database = await TempDatabase.CreateAsync();
        var result = SampleResults.Of(20_000);
        var runId = await database.Store.SaveAsync(result);

        var page = await database.Store.ListCustomersAsync(runId, new CustomerQuery { SortBy = "customer_id", Descending = false, Offset = 19_990, Limit = 50 }, None);

        Assert.Equal(20_000, page.Total);
        Assert.Equal(Enumerable.Range(19_990, 10).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i:0000000}")), page.Rows.Select(row => row.CustomerId));
    }

    private static async Task<long> SegmentIdAsync(RunStore store, long runId, int position)
        => (await store.FindRunAsync(runId, None))!.Segments[position].SegmentId;
}
