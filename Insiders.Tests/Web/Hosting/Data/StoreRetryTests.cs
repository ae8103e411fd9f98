using Insiders.Core.Problems;
using Insiders.Web.Hosting.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Hosting.Data;

public sealed class StoreRetryTests
{
    private readonly StoreRetry _retry = new(TimeProvider.System, NullLogger<StoreRetry>.Instance);

    [Fact]
    public async Task It_asks_again_until_the_store_answers_and_says_meanwhile_why_it_does_not()
    {
        var seen = new List<ProblemCode?>();

        var answer = await _retry.UntilAnsweredAsync(
            () =>
            {
                seen.Add(_retry.Refusal?.Code);
                return seen.Count switch { 1 => throw new SqliteException("full", 13), 2 => throw new IOException("locked", new SqliteException("busy", 5)), _ => Task.FromResult(42) };
            },
            CancellationToken.None);

        Assert.Equal(42, answer);
        Assert.Equal([null, ProblemCode.DiskFull, ProblemCode.StoreBusy], seen);
        Assert.Null(_retry.Refusal);
    }

    [Fact]
    public async Task A_mistake_of_the_program_is_not_waited_out()
    {
        var asked = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _retry.UntilAnsweredAsync(() => ++asked == 1 ? throw new InvalidOperationException() : Task.CompletedTask, CancellationToken.None));
        await Assert.ThrowsAsync<SqliteException>(() => _retry.UntilAnsweredAsync(() => Task.FromException(new SqliteException("constraint", 19)), CancellationToken.None));

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_site_that_stops_waits_no_longer_but_has_asked_once()
    {
        var asked = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _retry.UntilAnsweredAsync(
            () =>
            {
                asked++;
                return Task.FromException(new IOException());
            },
            new CancellationToken(canceled: true)));

        Assert.Equal(1, asked);
    }

    [Fact]
    public void A_full_disk_is_known_by_every_name_it_has()
    {
        Assert.Equal(ProblemCode.DiskFull, Problem.Of(new IOException("x", 28)).Code);
        Assert.Equal(ProblemCode.DiskFull, Problem.Of(new IOException("The ledger could not be written: IO Error: Could not write file: No space left on device")).Code);
        Assert.Equal(ProblemCode.DiskFull, Problem.Of(new InvalidOperationException("x", new SqliteException("full", 13))).Code);
        Assert.Equal(ProblemCode.FileAccess, Problem.Of(new IOException("x", 13)).Code);
        Assert.False(StoreRefusal.Is(new InvalidOperationException()));
    }
}
