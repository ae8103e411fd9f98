using Insiders.Core.Application.Runs;
using Insiders.Core.Features;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Tests.Core.Storage;

public sealed class RunStoreTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task An_empty_file_gets_its_tables_and_a_second_start_changes_nothing()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.SaveAsync(SampleResults.Of(20));

        await database.Store.MigrateAsync(None);

        Assert.Equal(runId, Assert.Single(await database.Store.ListRunsAsync(None)).Id);
        Assert.Equal("wal", await ScalarAsync(database, "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_start_killed_while_migrating_does_not_block_the_next()
    {
        await using var database = await TempDatabase.CreateAsync();
        await ScalarAsync(database, "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2020-02-29')");

        await database.Store.MigrateAsync(None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using var context = new InsidersContextFactory().CreateDbContext([]);

        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: dotnet ef migrations add <Name> --project Insiders.Core --output-dir Storage/Migrations");
    }

    [Fact]
    public void A_relative_path_is_refused()
        => Assert.Contains("must be absolute", Assert.Throws<ArgumentException>(() => new RunStore("data/insiders.db")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_queued_run_has_its_recipe_and_waits()
    {
        await using var database = await TempDatabase.CreateAsync();
        var recipe = Recipe.Study with { Seed = ulong.MaxValue };

        var runId = await database.Store.QueueRunAsync(recipe, "ana", new DateTimeOffset(2020, 2, 29, 9, 0, 0, TimeSpan.FromHours(-3)), None);

        var run = (await database.Store.FindRunAsync(runId, None))!;
        Assert.Equal(RunState.Queued, run.Summary.State);
        Assert.Equal("ana", run.Summary.RequestedBy);
        Assert.Equal(SavedRuns.Noon, run.Summary.QueuedAt);
        Assert.Equal(TimeSpan.Zero, run.Summary.QueuedAt.Offset);
        Assert.Equal(ulong.MaxValue, run.Summary.Seed);
        Assert.Equal(RecipeJson.Fingerprint(recipe), run.Summary.RecipeFingerprint);
        Assert.Equal(RecipeJson.Write(recipe), RecipeJson.Write(run.Recipe));
        Assert.Null(run.Cleaning);
        Assert.Empty(run.Segments);
        Assert.Equal(runId, await database.Store.FindNextQueuedAsync(None));
    }

    [Fact]
    public async Task The_queue_is_first_in_first_out()
    {
        await using var database = await TempDatabase.CreateAsync();
        var first = await database.Store.QueueRunAsync(Recipe.Study, "ana", SavedRuns.Noon, None);
        var second = await database.Store.QueueRunAsync(Recipe.Study, "bea", SavedRuns.Noon.AddDays(-1), None);

        await database.Store.StartRunAsync(first, "ledger", "versions", SavedRuns.Noon, None);

        Assert.Equal(second, await database.Store.FindNextQueuedAsync(None));
    }

    [Fact]
    public async Task What_a_run_found_out_is_read_again()
    {
        await using var database = await TempDatabase.CreateAsync();
        var result = SampleResults.Of(60);

        var runId = await database.Store.SaveAsync(result);

        var run = (await database.Store.FindRunAsync(runId, None))!;
        Assert.Equal(RunState.Succeeded, run.Summary.State);
        Assert.Equal((60, 5, 0.8), (run.Summary.Customers, run.Summary.BestClusterCount, run.Summary.Silhouette));
        Assert.Equal(("ledger-1", "Insiders 0.1.0"), (run.Summary.LedgerFingerprint, run.Summary.Versions));
        Assert.Equal((SavedRuns.Noon.AddSeconds(1), SavedRuns.Noon.AddSeconds(9)), (run.Summary.StartedAt, run.Summary.EndedAt));
        Assert.Equal(result.Timings.AsEnumerable(), run.Timings);
        Assert.Equal([new("Friday", OmissionReason.Missing), new("avg_recency", OmissionReason.Repeats, "frequency")], run.OmittedFeatures.AsEnumerable());
        Assert.Equal(result.Features.Definitions.Select(definition => definition.Name), run.FeatureNames);
        Assert.Equal(result.ClusterProfiles.AsEnumerable(), run.ClusterProfiles);
        Assert.Equal(result.Candidates.AsEnumerable(), await database.Store.ListCandidatesAsync(runId, None));
        Assert.Equal(result.Segments.Select(segment => segment.Name), run.Segments.Select(segment => segment.Segment.Name));
        Assert.Equal(result.Segments.Select(segment => segment.Profile), run.Segments.Select(segment => segment.Segment.Profile));
        Assert.Equal(result.Segments.SelectMany(segment => segment.Clusters), run.Segments.SelectMany(segment => segment.Segment.Clusters));
    }

    [Fact]
    public async Task The_cleaning_report_is_read_again_to_the_cent()
    {
        await using var database = await TempDatabase.CreateAsync();
        var result = SampleResults.Of(20);

        var runId = await database.Store.SaveAsync(result);

        var report = (await database.Store.FindCleaningAsync(runId, None))!;
        Assert.Equal(result.Cleaning.Steps.AsEnumerable(), report.Steps);
        Assert.Equal(8_524_604.60m, report.GrossRevenueAmount);
        Assert.Equal(result.Cleaning.LastDate, report.LastDate);
        Assert.Equal([DayOfWeek.Friday], report.WeekdaysWithoutSales.AsEnumerable());
    }

    [Fact]
    public async Task Nothing_is_published_until_someone_publishes()
    {
        await using var database = await TempDatabase.CreateAsync();

        await database.Store.SaveAsync(SampleResults.Of(20));

        Assert.Null(await database.Store.FindPublishedAsync(None));
        Assert.Null(await database.Store.FindPublishedResultAsync(None));
    }

    [Fact]
    public async Task Exactly_one_run_is_published_and_publishing_an_earlier_one_rolls_back()
    {
        await using var database = await TempDatabase.CreateAsync();
        var first = await database.Store.SaveAsync(SampleResults.Of(20));
        var second = await database.Store.SaveAsync(SampleResults.Of(30, seed: 2));

        await database.Store.PublishAsync(first, "ana", SavedRuns.Noon, None);
        await database.Store.PublishAsync(second, "bea", SavedRuns.Noon, None);
        Assert.Equal(second, (await database.Store.FindPublishedAsync(None))!.Run.Id);
        await database.Store.PublishAsync(first, "ana", SavedRuns.Noon.AddHours(1), None);

        var published = (await database.Store.FindPublishedAsync(None))!;
        Assert.Equal((first, "ana", SavedRuns.Noon.AddHours(1)), (published.Run.Id, published.PublishedBy, published.PublishedAt));
        Assert.NotEmpty(published.Segments);
        Assert.Equal([first], (await database.Store.ListRunsAsync(None)).Where(run => run.IsPublished).Select(run => run.Id));
    }

    [Fact]
    public async Task The_published_run_comes_with_its_own_cleaning()
    {
        await using var database = await TempDatabase.CreateAsync();
        var sample = SampleResults.Of(20);
        var run = await database.Store.SaveAsync(sample with { Recipe = sample.Recipe with { Cleaning = new() { MaximumReturnShare = 0.5 } } });
        await database.Store.SaveAsync(SampleResults.Of(30, seed: 2));
        await database.Store.PublishAsync(run, "ana", SavedRuns.Noon, None);

        var result = (await database.Store.FindPublishedResultAsync(None))!;

        Assert.Equal((run, "ana", 20), (result.Run.Run.Id, result.Run.PublishedBy, result.Run.Run.Customers));
        Assert.Equal((await database.Store.FindPublishedAsync(None))!.Segments.Select(segment => segment.SegmentId), result.Run.Segments.Select(segment => segment.SegmentId));
        Assert.Equal(0.5, result.Settings.MaximumReturnShare); // 0.9 if the defaults were taken
        Assert.Equal(sample.Cleaning.GrossRevenueAmount, result.Cleaning.GrossRevenueAmount);
        Assert.Equal(sample.Cleaning.LastDate, result.Cleaning.LastDate);
    }

    [Theory]
    [InlineData(RunState.Queued)]
    [InlineData(RunState.Running)]
    [InlineData(RunState.Failed)]
    [InlineData(RunState.Cancelled)]
    [InlineData(RunState.Interrupted)]
    public async Task Only_a_succeeded_run_can_be_published_and_the_last_one_stays(RunState state)
    {
        await using var database = await TempDatabase.CreateAsync();
        var good = await database.Store.SaveAsync(SampleResults.Of(20));
        await database.Store.PublishAsync(good, "ana", SavedRuns.Noon, None);
        var bad = await InStateAsync(database.Store, state);

        var error = await Assert.ThrowsAsync<RunChangedException>(() => database.Store.PublishAsync(bad, "ana", SavedRuns.Noon, None));

        Assert.Contains($"Run {bad} is {state}", error.Message, StringComparison.Ordinal);
        Assert.Equal(good, (await database.Store.FindPublishedAsync(None))!.Run.Id);
    }

    [Fact]
    public async Task A_failed_run_says_why_and_keeps_nothing()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.StartAsync();

        await database.Store.FailRunAsync(runId, Problem.Of(ProblemCode.TooFewCustomers, 2, 3, 1), SavedRuns.Noon, None);

        var run = (await database.Store.FindRunAsync(runId, None))!;
        Assert.Equal(RunState.Failed, run.Summary.State);
        Assert.Equal((ProblemCode.TooFewCustomers, "2,3,1"), (run.Summary.Error!.Code, string.Join(',', run.Summary.Error.Values.Select(value => value.Text))));
        Assert.Empty((await database.Store.ReadCustomersAsync(runId, None)).Ids);
    }

    [Fact]
    public async Task A_run_that_has_ended_cannot_end_again()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.StartAsync();
        await database.Store.CancelRunAsync(runId, SavedRuns.Noon, None);

        await Assert.ThrowsAsync<RunChangedException>(() => database.Store.FailRunAsync(runId, Problem.FromText("late"), SavedRuns.Noon, None));
        await Assert.ThrowsAsync<RunChangedException>(() => database.Store.StartRunAsync(runId, "ledger", "versions", SavedRuns.Noon, None));
        await Assert.ThrowsAsync<RunChangedException>(() => database.Store.FinishRunAsync(runId, SampleResults.Of(20), SavedRuns.Noon, None));
        Assert.Equal(RunState.Cancelled, (await database.Store.FindRunAsync(runId, None))!.Summary.State);
    }

    [Fact]
    public async Task At_start_runs_that_claim_to_run_are_interrupted_and_the_queue_stays()
    {
        await using var database = await TempDatabase.CreateAsync();
        var done = await database.Store.SaveAsync(SampleResults.Of(20));
        var running = await database.Store.StartAsync();
        var queued = await database.Store.QueueRunAsync(Recipe.Study, "ana", SavedRuns.Noon, None);

        Assert.Equal(1, await database.Store.MarkInterruptedAsync(SavedRuns.Noon.AddDays(1), None));

        var runs = (await database.Store.ListRunsAsync(None)).ToDictionary(run => run.Id, run => run);
        Assert.Equal((RunState.Interrupted, SavedRuns.Noon.AddDays(1)), (runs[running].State, runs[running].EndedAt));
        Assert.Equal((RunState.Succeeded, RunState.Queued), (runs[done].State, runs[queued].State));
    }

    [Fact]
    public async Task A_save_that_is_cancelled_leaves_nothing()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.StartAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Store.FinishRunAsync(runId, SampleResults.Of(20), SavedRuns.Noon, cancelled.Token));

        Assert.Equal(RunState.Running, (await database.Store.FindRunAsync(runId, None))!.Summary.State);
        Assert.Equal("0", await ScalarAsync(database, "SELECT COUNT(*) FROM run_customers"));
        Assert.Equal("0", await ScalarAsync(database, "SELECT COUNT(*) FROM segments"));
    }

    [Fact]
    public async Task A_save_that_breaks_half_way_leaves_nothing()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await database.Store.StartAsync();

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => database.Store.FinishRunAsync(runId, SampleResults.Of(20, extraFeature: "Country"), SavedRuns.Noon, None));

        Assert.Contains("'Country' cannot be stored", error.Message, StringComparison.Ordinal);
        Assert.Equal("0", await ScalarAsync(database, "SELECT COUNT(*) FROM run_segments"));
        Assert.Equal(RunState.Running, (await database.Store.FindRunAsync(runId, None))!.Summary.State);
    }

    [Fact]
    public async Task Readers_see_the_published_run_while_another_is_being_written()
    {
        await using var database = await TempDatabase.CreateAsync();
        var first = await database.Store.SaveAsync(SampleResults.Of(50));
        await database.Store.PublishAsync(first, "ana", SavedRuns.Noon, None);
        await using var writer = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await writer.OpenAsync();
        await using var transaction = writer.BeginTransaction();
        await using var delete = writer.CreateCommand();
        delete.Transaction = transaction;
        delete.CommandText = "DELETE FROM run_customers";
        Assert.Equal(50, await delete.ExecuteNonQueryAsync());

        var customers = await database.Store.ReadCustomersAsync(first, None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(50, customers.Ids.Length); // 0 if readers saw what is not committed; a locked file would wait 30 s
        Assert.Equal(first, (await database.Store.FindPublishedAsync(None).WaitAsync(TimeSpan.FromSeconds(20)))!.Run.Id);
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task Two_writers_wait_for_each_other()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => database.Store.SaveAsync(SampleResults.Of(500)))));

        Assert.Equal(2, runs.Distinct().Count());
        Assert.Equal("1000", await ScalarAsync(database, "SELECT COUNT(*) FROM run_customers"));
    }

    private static async Task<long> InStateAsync(RunStore store, RunState state)
    {
        if (state == RunState.Queued)
        {
            return await store.QueueRunAsync(Recipe.Study, "ana", SavedRuns.Noon, None);
        }

        var runId = await store.StartAsync();
        var ended = state switch
        {
            RunState.Failed => store.FailRunAsync(runId, Problem.FromText("no"), SavedRuns.Noon, None),
            RunState.Cancelled => store.CancelRunAsync(runId, SavedRuns.Noon, None),
            RunState.Interrupted => store.MarkInterruptedAsync(SavedRuns.Noon, None),
            _ => Task.CompletedTask,
        };
        await ended;
        return runId;
    }

    private static async Task<string?> ScalarAsync(TempDatabase database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task A_run_and_its_publication_are_kept_by_one_stroke_and_an_order_with_the_run()
    {
        await using var database = await TempDatabase.CreateAsync();
        var ordered = await database.Store.QueueRunAsync(Recipe.Study, "ana", SavedRuns.Noon, None, publishWhenDone: true, restartOf: 3);
        await database.Store.StartRunAsync(ordered, "x", "v", SavedRuns.Noon, None);

        await database.Store.FinishRunAsync(ordered, SampleResults.Of(20), SavedRuns.Noon, None, publishedBy: "ana");

        var run = (await database.Store.FindRunAsync(ordered, None))!.Summary;
        Assert.Equal((true, true, 3L), (run.IsPublished, run.PublishWhenDone, run.RestartOf));
    }

    [Fact]
    public async Task A_clock_that_was_put_back_lets_nothing_end_before_it_began()
    {
        await using var database = await TempDatabase.CreateAsync();
        var (store, early) = (database.Store, SavedRuns.Noon.AddDays(-2));
        var (finished, failed, cancelled, interrupted) = (await QueueAsync(), await QueueAsync(), await QueueAsync(), await QueueAsync());

        await store.FinishRunAsync(finished, SampleResults.Of(20), early, None);
        await store.FailRunAsync(failed, Problem.Of(ProblemCode.DiskFull), early, None);
        await store.CancelRunAsync(cancelled, early, None);
        await store.MarkInterruptedAsync(early, None);

        Assert.All(await store.ListRunsAsync(None), run => Assert.True(run.QueuedAt <= run.StartedAt && run.StartedAt <= run.EndedAt, $"{run.State}: {run.QueuedAt:O} {run.StartedAt:O} {run.EndedAt:O}"));
        Assert.Equal(RunState.Interrupted, (await store.FindRunAsync(interrupted, None))!.Summary.State);

        async Task<long> QueueAsync()
        {
            var id = await store.QueueRunAsync(Recipe.Study, "ana", SavedRuns.Noon, None);
            await store.StartRunAsync(id, "x", "v", early, None);
            return id;
        }
    }
}
