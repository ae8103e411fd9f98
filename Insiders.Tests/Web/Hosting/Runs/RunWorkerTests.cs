using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Hosting.Runs;

namespace Insiders.Tests.Web.Hosting.Runs;

public sealed class RunWorkerTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_first_run_is_published_by_itself_a_later_one_only_when_ordered_or_by_a_click()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var first = await house.Desk.StartAsync(RunHouse.Quick, publish: false, "ana", CancellationToken.None);
        await house.StartAsync();
        await house.WaitForAsync(first, RunState.Succeeded);

        var second = await house.Desk.StartAsync(RunHouse.Quick with { Seed = 2 }, publish: false, "ana", CancellationToken.None);
        await house.WaitForAsync(second, RunState.Succeeded);
        Assert.Equal(0, house.Board.Publications.Current.Number); // the first replaced nothing that a page could show
        var third = await house.Desk.StartAsync(RunHouse.Quick with { Seed = 3 }, publish: true, "ana", CancellationToken.None);
        await house.WaitForAsync(third, RunState.Succeeded);
        await WaitUntilIdleAsync(house);

        Assert.Equal(third, (await house.Store.FindPublishedAsync(CancellationToken.None))!.Run.Id);
        Assert.Equal((1, third), (house.Board.Publications.Current.Number, house.Board.Publications.Current.RunId));
        Assert.Contains(house.RunLog.Read(first), line => line.What == RunEvent.Published);
        Assert.DoesNotContain(house.RunLog.Read(second), line => line.What == RunEvent.Published);

        await house.Desk.PublishAsync(first, "rui", CancellationToken.None);

        Assert.Equal(first, (await house.Store.FindPublishedAsync(CancellationToken.None))!.Run.Id);
        var (entries, _) = await house.Audit.ListAsync(0, 50, CancellationToken.None);
        Assert.Equal(["run.published", "run.queued", "run.queued", "run.queued"], entries.Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_cancelled_run_stops_and_the_next_one_is_computed()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var endless = await house.Desk.StartAsync(RunHouse.Endless, publish: false, "ana", CancellationToken.None);
        await house.StartAsync();
        await house.WaitForAsync(endless, RunState.Running);
        await Until.TrueAsync(() => house.Board.Current is WorkState.Running { Progress: not null }, s_patience);

        await house.Desk.CancelAsync(endless, "rui", CancellationToken.None);
        var next = await house.Desk.StartAgainAsync(endless, "rui", CancellationToken.None);
        await house.WaitForAsync(next, RunState.Running);
        await house.Desk.CancelAsync(next, "rui", CancellationToken.None);

        Assert.Equal(RunState.Cancelled, (await house.WaitForAsync(endless, RunState.Cancelled)).State);
        Assert.Equal("rui", house.RunLog.Read(endless)[^1].Detail);
        await WaitUntilIdleAsync(house);
    }

    [Fact]
    public async Task A_waiting_run_that_was_cancelled_is_never_computed()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var waiting = await house.Desk.StartAsync(RunHouse.Quick, publish: false, "ana", CancellationToken.None);
        await house.Desk.CancelAsync(waiting, "ana", CancellationToken.None);
        var other = await house.Desk.StartAsync(RunHouse.Quick, publish: false, "ana", CancellationToken.None);

        await house.StartAsync();
        await house.WaitForAsync(other, RunState.Succeeded);

        Assert.Equal(RunState.Cancelled, (await house.Store.FindRunAsync(waiting, CancellationToken.None))!.Summary.State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Desk.CancelAsync(other, "ana", CancellationToken.None));
    }

    [Fact]
    public async Task A_process_asked_to_end_marks_its_run_as_interrupted_at_once()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var endless = await house.Desk.StartAsync(RunHouse.Endless, publish: false, "ana", CancellationToken.None);
        await house.StartAsync();
        await house.WaitForAsync(endless, RunState.Running);

        await house.StopAsync();

        Assert.Equal(RunState.Interrupted, (await house.Store.FindRunAsync(endless, CancellationToken.None))!.Summary.State);
        Assert.Equal(RunEvent.Interrupted, house.RunLog.Read(endless)[^1].What);
    }

    private static Task WaitUntilIdleAsync(RunHouse house) => Until.TrueAsync(() => house.Board.Current is WorkState.Idle, s_patience);
}
