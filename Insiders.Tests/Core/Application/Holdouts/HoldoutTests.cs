using Insiders.Core.Application.Holdouts;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Problems;
using Insiders.Core.Statistics.Experiments;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Application.Holdouts;

public sealed class HoldoutTests
{
    private static readonly HoldoutRequest s_request = new(" Spring ", OutlookGroup.Base, null, HoldoutMetric.BoughtAgain, 30, 0.2);

    [Fact]
    public void Where_nearly_everybody_buys_a_tenth_more_is_not_planned()
    {
        // 19 of 20 bought in the last 30 days, and all in the 30 before.
        var asOf = new DateOnly(2017, 12, 31);
        var days = new DailySales(20, [.. Enumerable.Range(0, 20).Select(row => new DaySale(row, asOf.AddDays(-40), 5, 1, 1, 0)), .. Enumerable.Range(0, 19).Select(row => new DaySale(row, asOf.AddDays(-3), 5, 1, 1, 0))]);
        var customers = SmallBase.Of([.. Enumerable.Repeat(1L, 20)]).WithDays(days, days.PurchaseDays(asOf), asOf);

        var plan = HoldoutPlan.Of(customers, customers.Everybody, s_request, asOf.AddDays(-100), asOf)!;

        Assert.Equal(0.95, plan.Mean, 9);
        Assert.Null(plan.PowerForTenth);
        Assert.Null(plan.DetectableAdjusted); // 0.95 and the difference of the formula for means are more than everybody
    }

    [Fact]
    public async Task Arms_are_drawn_by_stratum_kept_and_told_to_the_audit()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(3);
        var (runs, store) = (house.Published(), new HoldoutStore(house.Folder.Database));
        var run = (await runs.FindAsync(CancellationToken.None))!;
        using var programme = house.Programme(runs);
        var service = new HoldoutService(store, runs, programme, Actors.Access, TimeProvider.System);

        var id = (await service.CreateAsync(Actors.Ben, s_request, CancellationToken.None)).Value;
        var members = await service.ReadMembersAsync(id, CancellationToken.None);
        var report = (await service.ReadAsync(run, id, CancellationToken.None))!;

        Assert.Equal(run.Customers.Ids, members.Select(member => member.CustomerId));
        Assert.All(members.GroupBy(member => member.Stratum), stratum => Assert.InRange(stratum.Count(member => member.Arm == Arm.Withheld), Math.Floor(0.2 * stratum.Count()), Math.Ceiling(0.2 * stratum.Count())));
        Assert.Equal(("Spring", run.Cleaning.LastDate.AddDays(1), run.Cleaning.LastDate.AddDays(30)), (report.Holdout.Name, report.Holdout.StartsOn, report.Holdout.EndsOn));
        Assert.Null(report.Result); // none of its days are loaded yet

        // Who qualifies again keeps the arm: nothing changes, also after another run and by another process.
        await house.PublishAsync(4);
        var later = house.Published();
        using var laterProgramme = house.Programme(later);
        Assert.Equal(0, (await new HoldoutService(store, later, laterProgramme, Actors.Access, TimeProvider.System).RenewAsync(Actors.Ben, id, CancellationToken.None)).Value);
        Assert.Equal(members.AsEnumerable(), await store.ReadMembersAsync(id, CancellationToken.None));
        Assert.Equal(["holdout.created"], (await house.Audit.ListAsync(0, 50, CancellationToken.None)).Entries.Select(entry => entry.Action).Where(action => action.StartsWith("holdout.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Members_are_those_of_the_programme_not_of_a_segment()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(3);
        var runs = house.Published();
        var run = (await runs.FindAsync(CancellationToken.None))!;
        using var programme = house.Programme(runs);
        var best = run.Customers.MembersOf(run.Customers.Segments[0]);
        var outsider = run.Customers.Everybody.First(row => !best.Contains(row));
        var before = await programme.FindMembersAsync(run, CancellationToken.None);

        Assert.Null((await programme.DecideAsync(Actors.Ben, run.Customers.Ids[outsider], 0, "asked for it", null, CancellationToken.None)).Problem);
        Assert.Null((await programme.DecideAsync(Actors.Ben, run.Customers.Ids[best[0]], null, "left us", null, CancellationToken.None)).Problem);
        var after = await programme.FindMembersAsync(run, CancellationToken.None);

        Assert.Equal(best, before.Rows.AsEnumerable());
        Assert.NotEqual(before.ReviewId, after.ReviewId);
        Assert.Equal(best.Skip(1).Append(outsider).Order(), HoldoutService.RowsOf(run, after, OutlookGroup.Members, null).AsEnumerable());
    }

    [Fact]
    public async Task Those_who_join_are_drawn_and_nobody_else_changes()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(3);
        var (runs, store) = (house.Published(), new HoldoutStore(house.Folder.Database));
        var run = (await runs.FindAsync(CancellationToken.None))!;
        HoldoutMember[] half = [.. run.Customers.Ids.Where((_, place) => place % 2 == 0).Select((id, place) => new HoldoutMember(id, "1", place % 5 == 0 ? Arm.Withheld : Arm.Treated))];
        var id = await store.CreateAsync(Old(run.Cleaning.LastDate.AddDays(-29)), half, new(0, DateTimeOffset.UnixEpoch, "ben", "holdout.created", "Old"), CancellationToken.None);

        using var programme = house.Programme(runs);
        var joined = await new HoldoutService(store, runs, programme, Actors.Access, TimeProvider.System).RenewAsync(Actors.Ben, id, CancellationToken.None);
        var members = (await store.ReadMembersAsync(id, CancellationToken.None)).ToDictionary(member => member.CustomerId);

        Assert.Equal(run.Customers.Count - half.Length, joined.Value);
        Assert.Equal(run.Customers.Count, members.Count);
        Assert.All(half, member => Assert.Equal(member, members[member.CustomerId]));
    }

    [Fact]
    public async Task A_read_out_compares_the_arms_by_the_sales_of_its_time()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(3);
        var (runs, store) = (house.Published(), new HoldoutStore(house.Folder.Database));
        var run = (await runs.FindAsync(CancellationToken.None))!;
        var (first, last) = (run.Cleaning.LastDate.AddDays(-29), run.Cleaning.LastDate);
        HoldoutMember[] members = [.. run.Customers.Ids.Select((id, place) => new HoldoutMember(id, "1", place % 5 == 0 ? Arm.Withheld : Arm.Treated)), new("gone", "1", Arm.Withheld)];
        var id = await store.CreateAsync(Old(first), members, new(0, DateTimeOffset.UnixEpoch, "ben", "holdout.created", "Old"), CancellationToken.None);

        using var programme = house.Programme(runs);
        var report = (await new HoldoutService(store, runs, programme, Actors.Access, TimeProvider.System).ReadAsync(run, id, CancellationToken.None))!;

        // Counted from the days: with both arms adjusted by one slope their means change, the mean over everybody does not.
        var buyers = run.Customers.Days!.Between(first, last).ToArray().Where(cell => cell.Invoices > 0).Select(cell => run.Customers.Ids[cell.Place]).ToHashSet();
        var all = ((report.Result!.Withheld.Mean * report.Withheld) + (report.Result.Treated.Mean * report.Treated)) / members.Length;
        Assert.Equal(members.Count(member => buyers.Contains(member.CustomerId)) / (double)members.Length, all, 1e-9);
        Assert.Equal((1, last, true), (report.Gone, report.Until!.Value, report.IsOver));
        Assert.False(report.Result.SampleRatioAlarm);
        Assert.True(report.Result.Difference is null || report.Result.Difference.Low < report.Result.Difference.High);
    }

    [Fact]
    public async Task A_plan_names_what_can_be_found_and_what_it_costs_and_bad_requests_are_refused()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(3);
        var runs = house.Published();
        var run = (await runs.FindAsync(CancellationToken.None))!;
        using var programme = house.Programme(runs);
        var service = new HoldoutService(new HoldoutStore(house.Folder.Database), runs, programme, Actors.Access, TimeProvider.System);

        var members = await programme.FindMembersAsync(run, CancellationToken.None);
        var plan = HoldoutService.Plan(run, members, s_request with { Metric = HoldoutMetric.Revenue })!;
        Assert.Equal((59, 236), (plan.Sizes.Withheld, plan.Sizes.Treated)); // 295 customers are left by cleaning
        Assert.True(plan.DetectableAdjusted <= plan.Detectable); // what customers did before can only help
        Assert.Equal(59 * plan.Detectable!.Value, plan.CostAmount!.Value, 0.35 * plan.CostAmount.Value); // money is winsorised in one, not in the other
        Assert.Equal(0.8, MeanPower(run, plan), 0.01);
        Assert.Null(HoldoutService.Plan(run, members, s_request with { WithheldShare = 0.01, Group = OutlookGroup.Segment, SegmentId = -1 }));

        Assert.Equal(ProblemCode.HoldoutRefused, (await service.CreateAsync(Actors.Ben, s_request with { Name = " " }, CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.HoldoutRefused, (await service.CreateAsync(Actors.Ben, s_request with { WithheldShare = 1 }, CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.HoldoutRefused, (await service.CreateAsync(Actors.Ben, s_request with { Days = 6 }, CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.HoldoutTooSmall, (await service.CreateAsync(Actors.Ben, s_request with { Group = OutlookGroup.Segment, SegmentId = -1 }, CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.HoldoutGone, (await service.RenewAsync(Actors.Ben, 99, CancellationToken.None)).Problem?.Code);
    }

    // The promise of the least difference, asked of the power of a test with it.
    private static double MeanPower(Insiders.Core.Application.PublishedRuns.PublishedRun run, HoldoutPlan plan)
    {
        var from = run.Cleaning.LastDate.AddDays(-29);
        var spent = new double[run.Customers.Count];
        foreach (var cell in run.Customers.Days!.Between(from, run.Cleaning.LastDate))
        {
            spent[cell.Place] += cell.RevenueAmount;
        }

        var sorted = spent.Order().ToArray();
        var limit = sorted[291] + ((sorted[292] - sorted[291]) * 0.06); // the 99 % quantile by linear interpolation: place 0.99 · 294 = 291.06
        var mean = spent.Average(amount => Math.Min(amount, limit));
        var deviation = Math.Sqrt(spent.Sum(amount => Math.Pow(Math.Min(amount, limit) - mean, 2)) / (spent.Length - 1));
        return MeanSizing.Power(deviation, plan.Detectable!.Value, 0, plan.Sizes, 0.05);
    }

    private static Holdout Old(DateOnly first) => new(0, "Old", OutlookGroup.Base, null, HoldoutMetric.BoughtAgain, first, 30, 0.2, 7, DateTimeOffset.UnixEpoch, "ben");
}
