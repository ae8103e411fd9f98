using System.Globalization;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.Data.Sqlite;

namespace Insiders.Tests.Core.Application.Runs;

public sealed class RunRetentionTests : IAsyncLifetime
{
    private static readonly InstallationRetention s_two = new() { RunsKept = 2 };

    private TempDatabase _database = null!;
    private RunRetentionService _retention = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        _retention = new RunRetentionService(_database.Store, _database.Settings, Actors.Access, TimeProvider.System);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Every_run_keeps_its_customers_unless_somebody_decides_otherwise()
    {
        await RunsAsync(4, published: [1]);

        await _retention.FollowAsync((await _database.Published().FindAsync(None))!, None);

        Assert.DoesNotContain(await _database.Store.ListRunsAsync(None), run => run.CustomersRemovedAt is not null);
    }

    [Fact]
    public async Task The_newest_runs_the_published_one_and_the_one_before_it_keep_theirs()
    {
        // Of six runs, 5 and 6 are the newest, 3 is published, and 2 was published before it.
        await RunsAsync(6, published: [2, 3]);
        var proposed = RunRetentionService.Removed(s_two, await _database.Store.ListRunsAsync(None), await _retention.ListAsync(None));

        var saved = await _retention.SaveAsync(Actors.Ana, s_two, None);

        Assert.Equal([4, 1], saved.Value.Select(run => run.RunId));
        Assert.Equal(proposed.AsEnumerable(), saved.Value);
        Assert.Equal([4, 1], (await _database.Store.ListRunsAsync(None)).Where(run => run.CustomersRemovedAt is not null).Select(run => run.Id));
        Assert.Equal(2, (await _database.Settings.ReadRetentionAsync(None)).RunsKept);
        Assert.Equal(
            [("run.customers-removed", "1"), ("run.customers-removed", "4"), ("settings.changed", "retention")],
            (await new AuditLog(_database.Path).ListAsync(0, 10, None)).Entries.Where(entry => entry.Action is "run.customers-removed" or "settings.changed").Select(entry => (entry.Action, entry.Subject)));
    }

    [Fact]
    public async Task A_publication_removes_what_has_become_old()
    {
        await RunsAsync(3, published: [1]);
        await _retention.SaveAsync(Actors.Ana, s_two, None);
        await RunsAsync(2, published: [4, 5]);

        await _retention.FollowAsync((await _database.Published().FindAsync(None))!, None);
        await _retention.FollowAsync((await _database.Published().FindAsync(None))!, None);

        Assert.Equal([3, 2, 1], (await _database.Store.ListRunsAsync(None)).Where(run => run.CustomersRemovedAt is not null).Select(run => run.Id));
    }

    [Fact]
    public async Task Memberships_segments_and_revenue_stay_and_the_figures_go()
    {
        await RunsAsync(3, published: [3]);
        await _database.Store.PublishAsync(2, "ana", SavedRuns.Noon, None);
        var (segments, memberships) = (await _database.Store.ListShownSegmentsAsync(1, None), await _database.Store.ListMembershipsAsync("c0000007", 9, None));
        var revenue = await SumAsync("gross_revenue", 1);

        await _database.Store.RemoveCustomersAsync(1, "ana", SavedRuns.Noon, None);

        Assert.Equal(segments.Select(row => (row.SegmentId, row.Segment.Profile)), (await _database.Store.ListShownSegmentsAsync(1, None)).Select(row => (row.SegmentId, row.Segment.Profile)));
        Assert.Equal(memberships.Select(row => (row.RunId, row.Segment?.SegmentId)), (await _database.Store.ListMembershipsAsync("c0000007", 9, None)).Select(row => (row.RunId, row.Segment?.SegmentId)));
        Assert.Equal(revenue, await SumAsync("gross_revenue", 1));
        Assert.Equal(0, await SumAsync("recency_days", 1));
        Assert.NotEqual(0, await SumAsync("recency_days", 2));
    }

    [Fact]
    public async Task A_run_without_its_figures_is_neither_published_nor_read_and_says_why()
    {
        await RunsAsync(3, published: [2, 3]);
        await _database.Store.RemoveCustomersAsync(1, "ana", SavedRuns.Noon, None);

        var published = await Assert.ThrowsAsync<RunChangedException>(() => _database.Store.PublishAsync(1, "ana", SavedRuns.Noon, None));
        var read = await Assert.ThrowsAsync<RunChangedException>(() => _database.Store.ReadCustomersAsync(1, None));

        Assert.Equal((ProblemCode.RunCustomersRemoved, ProblemCode.RunCustomersRemoved), (published.Problem.Code, read.Problem.Code));
        Assert.Equal(3, (await _database.Store.FindPublishedAsync(None))!.Run.Id);
    }

    [Theory]
    [InlineData(3)] // published
    [InlineData(1)] // removed before
    [InlineData(9)] // unknown
    public async Task Nothing_is_removed_from_a_run_that_has_nothing_to_lose(long runId)
    {
        await RunsAsync(3, published: [3]);
        await _database.Store.RemoveCustomersAsync(1, "ana", SavedRuns.Noon, None);

        await Assert.ThrowsAsync<RunChangedException>(() => _database.Store.RemoveCustomersAsync(runId, "ana", SavedRuns.Noon, None));

        Assert.NotEmpty((await _database.Store.ReadCustomersAsync(3, None)).Ids);
    }

    [Fact]
    public async Task The_size_it_frees_is_about_what_the_database_has_free_afterwards()
    {
        await _database.Store.SaveAsync(SampleResults.Of(4_000));
        await _database.Store.PublishAsync(await _database.Store.SaveAsync(SampleResults.Of(60)), "ana", SavedRuns.Noon, None);
        var proposed = Assert.Single(await _retention.ListAsync(None)).Bytes;
        var before = await FreeBytesAsync();

        await _database.Store.RemoveCustomersAsync(1, "ana", SavedRuns.Noon, None);

        Assert.InRange(await FreeBytesAsync() - before, 0.7 * proposed, 1.3 * proposed);
    }

    private async Task RunsAsync(int runs, long[] published)
    {
        for (var i = 0; i < runs; i++)
        {
            await _database.Store.SaveAsync(SampleResults.Of(60));
        }

        foreach (var run in published)
        {
            await _database.Store.PublishAsync(run, "ana", SavedRuns.Noon, None);
        }
    }

    private Task<double> SumAsync(string column, long runId) => AskAsync($"SELECT total({column}) FROM run_customers WHERE run_id = {runId.ToString(CultureInfo.InvariantCulture)}");

    private Task<double> FreeBytesAsync() => AskAsync("SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size");

    private async Task<double> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _database.Path, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToDouble(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
