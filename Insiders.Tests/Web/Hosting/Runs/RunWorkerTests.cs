using Insiders.Core.Application.Access;
using Insiders.Core.Application.Runs;
using Insiders.Core.Problems;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Web.Hosting.Runs;

public sealed class RunWorkerTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task The_first_run_is_published_by_itself_a_later_one_only_when_ordered_or_by_a_click()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var first = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick, publish: false, CancellationToken.None)).Value;
        await house.StartAsync();
        await house.WaitForAsync(first, RunState.Succeeded);

        var second = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick with { Seed = 2 }, publish: false, CancellationToken.None)).Value;
        await house.WaitForAsync(second, RunState.Succeeded);
        Assert.Equal(0, house.Broadcaster.Publications.Current.Number); // the first replaced nothing that a page could show
        var third = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick with { Seed = 3 }, publish: true, CancellationToken.None)).Value;
        await house.WaitForAsync(third, RunState.Succeeded);
        await WaitUntilIdleAsync(house);

        Assert.Equal(third, (await house.Store.FindPublishedAsync(CancellationToken.None))!.Run.Id);
        Assert.Equal((1, third), (house.Broadcaster.Publications.Current.Number, house.Broadcaster.Publications.Current.RunId));
        Assert.Contains(house.RunLog.Read(first), line => line.What == RunEvent.Published);
        Assert.DoesNotContain(house.RunLog.Read(second), line => line.What == RunEvent.Published);

        await house.Service.PublishAsync(Actors.Rui with { Role = Role.Analyst }, first, CancellationToken.None);

        Assert.Equal(first, (await house.Store.FindPublishedAsync(CancellationToken.None))!.Run.Id);
        var (entries, _) = await house.Audit.ListAsync(0, 50, CancellationToken.None);
        Assert.Equal(["run.published", "run.queued", "run.queued", "run.queued", "import.loaded"], entries.Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_cancelled_run_stops_and_the_next_one_is_computed()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var endless = (await house.Service.StartAsync(Actors.Ana, RunHouse.Endless, publish: false, CancellationToken.None)).Value;
        await house.StartAsync();
        await house.WaitForAsync(endless, RunState.Running);
        await Until.TrueAsync(() => house.Broadcaster.Current is RunStatus.Running { Progress: not null }, s_patience);

        await house.Service.CancelAsync(Actors.Rui with { Role = Role.Analyst }, endless, CancellationToken.None);
        var next = (await house.Service.StartAgainAsync(Actors.Rui with { Role = Role.Analyst }, endless, CancellationToken.None)).Value;
        await house.WaitForAsync(next, RunState.Running);
        await house.Service.CancelAsync(Actors.Ben, next, CancellationToken.None);

        Assert.Equal(RunState.Cancelled, (await house.WaitForAsync(endless, RunState.Cancelled)).State);
        Assert.Equal("rui", house.RunLog.Read(endless)[^1].Detail);
        await WaitUntilIdleAsync(house);
    }

    [Fact]
    public async Task A_waiting_run_that_was_cancelled_is_never_computed()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var waiting = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick, publish: false, CancellationToken.None)).Value;
        await house.Service.CancelAsync(Actors.Ana, waiting, CancellationToken.None);
        var other = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick, publish: false, CancellationToken.None)).Value;

        await house.StartAsync();
        await house.WaitForAsync(other, RunState.Succeeded);

        Assert.Equal(RunState.Cancelled, (await house.Store.FindRunAsync(waiting, CancellationToken.None))!.Summary.State);
        Assert.Equal(ProblemCode.RunChanged, (await house.Service.CancelAsync(Actors.Ana, other, CancellationToken.None)).Problem!.Code);
    }

    [Fact]
    public async Task A_process_asked_to_end_marks_its_run_as_interrupted_at_once()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        var endless = (await house.Service.StartAsync(Actors.Ana, RunHouse.Endless, publish: false, CancellationToken.None)).Value;
        await house.StartAsync();
        await house.WaitForAsync(endless, RunState.Running);

        await house.StopAsync();

        Assert.Equal(RunState.Interrupted, (await house.Store.FindRunAsync(endless, CancellationToken.None))!.Summary.State);
        Assert.Equal(RunEvent.Interrupted, house.RunLog.Read(endless)[^1].What);
    }

    private static Task WaitUntilIdleAsync(RunHouse house) => Until.TrueAsync(() => house.Broadcaster.Current is RunStatus.Idle, s_patience);
}
