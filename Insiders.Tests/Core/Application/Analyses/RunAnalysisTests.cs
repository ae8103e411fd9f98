using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Core.Application.Analyses;

public sealed class RunAnalysisTests
{
    [Fact]
    public async Task A_result_is_computed_once_kept_with_its_run_and_computed_anew_after_an_edit()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(3);
        var runs = house.Published();
        var run = (await runs.FindAsync(CancellationToken.None))!;
        var counting = new Counting(1);
        var service = Service(house);

        var both = await Task.WhenAll(service.FindAsync(counting, run, CancellationToken.None), service.FindAsync(counting, run, CancellationToken.None));
        Assert.Equal(1, counting.Computed);
        Assert.Same(both[0], both[1]);

        // Another process finds it in the database.
        Assert.Equal(run.Customers.Count, (await Service(house).FindAsync(counting, run, CancellationToken.None)).Customers);
        Assert.Equal(1, counting.Computed);

        var merged = run with { Run = run.Run with { Segments = [run.Run.Segments[0] with { Parts = [.. run.Run.Segments.Take(2).Select(segment => segment.SegmentId)] }, .. run.Run.Segments.Skip(2)] } };
        await service.FindAsync(counting, merged, CancellationToken.None);
        Assert.Equal(2, counting.Computed);

        var renewed = new Counting(2);
        await Service(house).FindAsync(renewed, merged, CancellationToken.None);
        Assert.Equal(1, renewed.Computed);
    }

    [Fact]
    public async Task A_damaged_result_is_computed_anew_and_a_failure_is_not_kept()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(3);
        var run = (await house.Published().FindAsync(CancellationToken.None))!;
        var counting = new Counting(1);
        var store = new RunAnalysisStore(house.Folder.Database);
        await store.SaveAsync(new(run.Run.Run.Id, counting.Key, 1, run.Edition, SavedRuns.Noon, [1, 2, 3]), CancellationToken.None);
        var service = Service(house);

        counting.Fails = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.FindAsync(counting, run, CancellationToken.None));
        counting.Fails = false;
        Assert.Equal(run.Customers.Count, (await service.FindAsync(counting, run, CancellationToken.None)).Customers);
        Assert.Equal(run.Customers.Count, (await service.FindStoredAsync(counting, run, CancellationToken.None))!.Customers);
    }

    private static RunAnalysisService Service(RunHouse house)
        => new(new RunAnalysisStore(house.Folder.Database), new AnalysisBroadcaster(), TimeProvider.System, NullLogger<RunAnalysisService>.Instance);

    private sealed record Answer(int Customers);

    private sealed class Counting(int version) : RunAnalysis<Answer>("counting", version, (JsonTypeInfo<Answer>)JsonSerializerOptions.Default.GetTypeInfo(typeof(Answer)))
    {
        public int Computed { get; private set; }

        public bool Fails { get; set; }

        public override byte[] Write(Answer result) => JsonSerializer.SerializeToUtf8Bytes(result);

        public override Answer Read(byte[] content) => JsonSerializer.Deserialize<Answer>(content)!;

        public override Task<Answer> ComputeAsync(PublishedRun run, IProgress<double> progress, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new InvalidOperationException("It failed.");
            }

            Computed++;
            progress.Report(1);
            return Task.FromResult(new Answer(run.Customers.Count));
        }
    }
}
