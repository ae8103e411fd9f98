using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Pipeline;

/// <summary>More customers than the model is fitted on: everyone still gets a cluster, a segment and a place.</summary>
public sealed class SampledPipelineTests : IDisposable
{
    private static readonly Recipe s_recipe = new()
    {
        Embedding = [new ForestOptions { Trees = 60 }, new UmapOptions { Dimensions = 6, Epochs = 120 }],
        Sweep = new SweepOptions { Minimum = 4, Maximum = 8 },
        ModelSample = 1_000,
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_fitted_on_a_sample_places_and_labels_everyone()
    {
        var ledger = await ShopAsync();

        var sampled = await RunAsync(ledger, s_recipe, threads: 2);

        var customers = sampled.Features.Customers;
        Assert.InRange(customers, 1_600, 1_800);
        Assert.Equal(customers, sampled.Clusters.Labels.Length);
        Assert.All(sampled.Clusters.Labels, label => Assert.InRange(label, 0, sampled.Clusters.ClusterCount - 1));
        Assert.All(sampled.SegmentOf, segment => Assert.InRange(segment, 0, sampled.Segments.Length - 1));
        Assert.Equal((customers, 2), (sampled.Coordinates.Rows, sampled.Coordinates.Columns));
        sampled.Coordinates.ThrowIfNotFinite("coordinates");
        Assert.Equal(customers, Enumerable.Range(0, customers).Select(i => (sampled.Coordinates[i, 0], sampled.Coordinates[i, 1])).Distinct().Count());
        Assert.Equal(1_000, sampled.CustomerSilhouettes.Count(score => !double.IsNaN(score)));

        // The others join clusters of customers like them: a cluster's mean revenue hardly differs between the two.
        var revenue = sampled.Features.Column("gross_revenue");
        var joined = Enumerable.Range(0, customers).Where(i => double.IsNaN(sampled.CustomerSilhouettes[i])).ToArray();
        var inOrder = joined.GroupBy(i => sampled.Clusters.Labels[i]).OrderBy(group => group.Key).ToArray();
        Assert.True(inOrder[0].Average(i => revenue[i]) > 2 * inOrder[^1].Average(i => revenue[i]));
    }

    [Fact]
    public async Task Threads_do_not_matter_above_the_sample_either()
    {
        var ledger = await ShopAsync();

        var one = await RunAsync(ledger, s_recipe, threads: 1);
        var three = await RunAsync(ledger, s_recipe, threads: 3);

        Assert.Equal(one.Clusters.Labels.AsEnumerable(), three.Clusters.Labels);
        Assert.True(one.Coordinates.SameValues(three.Coordinates));
    }

    private static async Task<SegmentationResult> RunAsync(SalesLedger ledger, Recipe recipe, int threads)
    {
        using var session = ledger.Open(threads);
        return await SegmentationPipeline.RunAsync(session, recipe, threads, null, CancellationToken.None);
    }

    private async Task<SalesLedger> ShopAsync()
    {
        var file = _folder.Combine("shop.csv");
        await using (var writer = new StreamWriter(file))
        {
            GeneratedShop.Write(writer, new ShopOptions { AsOf = new DateOnly(2025, 6, 30), Customers = 1_800 }, CancellationToken.None);
        }

        var ledger = new SalesLedger(_folder.Combine("ledger"));
        await ledger.ImportAsync(file, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
        return ledger;
    }
}
