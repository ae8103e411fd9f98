using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Segments.Edits;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Application.PublishedRuns;

public sealed class DerivedValuesTests : IAsyncLifetime
{
    private TempDatabase _database = null!;
    private PublishedRunCache _cache = null!;

    public async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        await _database.Store.PublishAsync(await _database.Store.SaveAsync(SampleResults.Of(60)), "ana", SavedRuns.Noon, CancellationToken.None);
        _cache = _database.Published();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_value_is_derived_once_for_everybody()
    {
        var (first, later) = (await RunAsync(), await RunAsync());

        var values = new Derived[8];
        Parallel.For(0, values.Length, i => values[i] = (i % 2 == 0 ? first : later).Derive(run => new Derived(run.Customers.Count)));

        Assert.All(values, value => Assert.Same(values[0], value));
        Assert.Equal(60, values[0].Customers);
    }

    [Fact]
    public async Task A_failure_is_tried_again()
    {
        var run = await RunAsync();

        Assert.Throws<InvalidOperationException>(() => run.Derive<Derived>(_ => throw new InvalidOperationException("The disk is full.")));

        Assert.Equal(1, run.Derive(_ => new Derived(1)).Customers);
    }

    [Fact]
    public async Task An_edit_of_segments_drops_what_was_derived_before()
    {
        var before = await RunAsync();
        before.Derive(_ => new Derived(1));
        var segment = before.Customers.Segments[0];
        await new SegmentEditStore(_database.Path).AddAsync(
            new SegmentEdit { SegmentId = segment.SegmentId, Kind = SegmentEditKind.Name, English = "Regulars", Portuguese = "Fiéis" }, "ana", SavedRuns.Noon, CancellationToken.None);

        _cache.Forget();
        var after = await RunAsync();

        Assert.Equal("Regulars", after.Customers.Segments[0].Segment.Name.English);
        Assert.Equal(2, after.Derive(_ => new Derived(2)).Customers);
        Assert.Equal(1, before.Derive(_ => new Derived(3)).Customers);
    }

    private async Task<PublishedRun> RunAsync() => (await _cache.FindAsync(CancellationToken.None))!;

    private sealed record Derived(int Customers);
}
