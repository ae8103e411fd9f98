using Insiders.Core.Application.WorkLists;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Problems;
using Insiders.Core.Segments.Stages;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Application.WorkLists;

public sealed class WorkListTests
{
    private static readonly DateOnly s_asOf = new(2017, 12, 31);
    private static readonly HashSet<string> s_nobody = [];

    [Fact]
    public async Task Best_customers_who_stopped_are_to_be_called_the_dearest_first()
    {
        using var shop = await CleanShop.OfAsync(StandingOutShops.BestStop());

        var items = WorkProposals.Of(shop.Customers, [], shop.Coverage.First, shop.Coverage.Last, s_nobody);
        var calls = items.Where(item => item.Act == WorkAct.Call).ToArray();
        var rows = calls.Select(call => shop.Customers.FindRow(call.CustomerId)!.Value).ToArray();

        Assert.Equal(WorkProposals.MostCalls, calls.Length);
        Assert.All(rows, row => Assert.True(shop.Customers.Stages!.Stages[row] is CustomerStage.Slipping or CustomerStage.Dormant));
        Assert.Equal(rows.Select(row => shop.Customers.Feature("gross_revenue")[row]).OrderDescending(), rows.Select(row => shop.Customers.Feature("gross_revenue")[row]));
        Assert.Equal(items.Length, items.Select(item => item.CustomerId).Distinct().Count());
        Assert.DoesNotContain(WorkProposals.Of(shop.Customers, [], shop.Coverage.First, shop.Coverage.Last, calls.Select(call => call.CustomerId).ToHashSet()), item => calls.Any(call => call.CustomerId == item.CustomerId));
    }

    [Fact]
    public void Without_sales_nothing_is_proposed() => Assert.Empty(WorkProposals.Of(SmallBase.Four(), [], s_asOf, s_asOf, s_nobody));

    [Fact]
    public void What_was_done_counts_when_its_thirty_days_are_over_or_the_customer_has_bought()
    {
        // c0 bought on the 30th day after, c1 on the 31st, c2 on the day itself, c3 never and has a day left.
        var days = new DailySales(4,
        [
            new(0, new(2017, 11, 30), 5, 1, 1, 0), new(1, new(2017, 12, 1), 5, 1, 1, 0), new(2, new(2017, 10, 31), 5, 1, 1, 0), new(3, new(2017, 12, 2), 0, 0, 0, 5),
        ]);
        var customers = SmallBase.Of([1, 1, 1, 1]).WithDays(days, days.PurchaseDays(s_asOf), s_asOf);
        WorkItem[] items =
        [
            Done("c0", new(2017, 10, 31)), Done("c1", new(2017, 10, 31)), Done("c2", new(2017, 10, 31)), Done("c3", new(2017, 12, 2)), Done("gone", new(2017, 10, 1)),
            Done("c0", new(2017, 10, 31)) with { Act = WorkAct.LeaveAlone }, Done("c0", new(2017, 10, 31)) with { State = WorkState.No },
        ];

        Assert.Equal(new WorkFollowUp(1, 4, 1), WorkFollowUp.Of(items, customers, s_asOf)); // 2 bought if the 31st day counted, 3 if the day itself did
    }

    [Fact]
    public async Task A_line_is_kept_over_runs_with_owner_state_and_note_and_the_audit_tells_no_notes()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var runs = house.Published();
        using var programme = house.Programme(runs);
        var service = new WorkListService(new WorkListStore(house.Folder.Database), runs, programme, Actors.Access, TimeProvider.System);
        var first = (await service.ReadAsync((await runs.FindAsync(CancellationToken.None))!, CancellationToken.None)).Items[0];

        Assert.Null((await service.TakeAsync(Actors.Rui, first.CustomerId, CancellationToken.None)).Problem);
        Assert.Null((await service.WriteNoteAsync(Actors.Rui, first.CustomerId, " on Friday ", CancellationToken.None)).Problem);
        Assert.Null((await service.SetStateAsync(Actors.Rui, first.CustomerId, WorkState.Done, CancellationToken.None)).Problem);
        Assert.Equal(ProblemCode.WorkItemGone, (await service.TakeAsync(Actors.Rui, "nobody", CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.WorkNoteTooLong, (await service.WriteNoteAsync(Actors.Rui, first.CustomerId, new string('x', 501), CancellationToken.None)).Problem?.Code);
        await house.PublishAsync(2);
        var list = await service.ReadAsync((await runs.FindAsync(CancellationToken.None))!, CancellationToken.None);
        var kept = list.Items.Single(item => item.CustomerId == first.CustomerId);

        Assert.Equal((WorkState.Done, "on Friday", "id-rui", "rui", new DateOnly(2025, 12, 9)), (kept.State, kept.Note, kept.OwnerId, kept.Owner, kept.DoneOn!.Value));
        Assert.Equal(new WorkFollowUp(0, 0, first.Act == WorkAct.LeaveAlone ? 0 : 1), list.FollowUp);
        Assert.Equal(["work.state", "work.taken"], (await house.Audit.ListAsync(0, 50, CancellationToken.None)).Entries.Select(entry => entry.Action).Where(action => action.StartsWith("work.", StringComparison.Ordinal)));
    }

    private static WorkItem Done(string customer, DateOnly on) => new(customer, WorkAct.Call, WorkReason.BestSlipping, 1) { State = WorkState.Done, DoneOn = on };
}
