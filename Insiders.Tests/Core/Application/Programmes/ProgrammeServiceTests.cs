using Insiders.Core.Application.Programmes;
using Insiders.Core.Problems;
using Insiders.Core.Programmes;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.Data.Sqlite;

namespace Insiders.Tests.Core.Application.Programmes;

public sealed class ProgrammeServiceTests
{
    [Fact]
    public async Task Without_any_set_up_the_top_segment_are_the_members_once_a_run_is_published_and_each_publication_is_reviewed_once()
    {
        await using var house = await RunHouse.OpenAsync();
        Assert.Null(await Service(house).FindAsync(CancellationToken.None));
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);

        // Three at once, two of them in what is another process to the store.
        var (one, other) = (Service(house), Service(house));
        var found = await Task.WhenAll(one.FindAsync(CancellationToken.None), one.FindAsync(CancellationToken.None), other.FindAsync(CancellationToken.None));
        var snapshot = found[0]!;
        var customers = snapshot.Run.Customers;
        var top = customers.Everybody.Where(row => customers.SegmentOf[row] == 0).ToArray();

        Assert.All(found, each => Assert.Single(each!.Stored.Reviews));
        Assert.Equal(top.Select(row => customers.Ids[row]), snapshot.Stored.Members.Select(member => member.CustomerId));
        Assert.Equal(top.Length, (await one.ListEventsAsync(0, CancellationToken.None)).Length);
        Assert.Equal(top.Sum(row => customers.Feature("gross_revenue")[row]) / customers.Feature("gross_revenue").Sum(), snapshot.Worth.RevenueShare, 1e-12);
        Assert.Equal(customers.Feature("gross_revenue").OrderDescending().Take(top.Length).Sum(), snapshot.Worth.TopRevenueAmount, 1e-6);
        Assert.All(snapshot.Stored.Members, member => Assert.Equal([new ConditionReading(new SegmentCondition(null), true, customers.Segments[0].SegmentId)], member.Evidence.AsEnumerable()));

        await house.PublishAsync(2);
        var second = (await one.FindAsync(CancellationToken.None))!;
        Assert.Equal([ReviewCause.Publication, ReviewCause.Publication], second.Stored.Reviews.Select(review => review.Cause));
        await SameAsLogAsync(one, second);
    }

    [Fact]
    public async Task What_the_preview_says_is_what_happens_when_it_is_saved()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var service = Service(house);
        var before = (await service.FindAsync(CancellationToken.None))!;
        var revenue = before.Run.Customers.Feature("gross_revenue").Order().ToArray();
        var changed = new Programme(
            [
                new("Friends", [new MeasureCondition("gross_revenue", revenue[200], null)]),
                new("Insiders", [new MeasureCondition("gross_revenue", revenue[280], null), new MeasureCondition("recency_days", null, 90)]),
            ],
            new Policy { Falling = FallingShort.AtOnce });

        var preview = (await service.PreviewAsync(Actors.Ben, changed, CancellationToken.None)).Value;
        Assert.Equal(before.Stored.Members.Length, (await service.FindAsync(CancellationToken.None))!.Stored.Members.Length); // a preview changes nothing
        Assert.Null((await service.SaveAsync(Actors.Ben, changed, CancellationToken.None)).Problem);
        var after = (await service.FindAsync(CancellationToken.None))!;
        var events = (await service.ListEventsAsync(before.Stored.Reviews[0].Id, CancellationToken.None)).Select(line => line.Event).ToArray();

        Assert.Equal(preview.Events.Select(Line), events.Select(Line));
        Assert.Equal(preview.After, after.Worth);
        Assert.Equal(before.Worth, preview.Before);
        Assert.Equal(events.Where(happened => happened.Kind == EventKind.Joined).Sum(happened => Revenue(after, happened)), preview.JoiningAmount, 1e-6);
        Assert.Equal(events.Where(happened => happened.Kind == EventKind.Left).Sum(happened => Revenue(after, happened)), preview.LeavingAmount, 1e-6);
        Assert.Equal("ben", after.Stored.ChangedBy);
        Assert.Contains((await house.Audit.ListAsync(0, 9, CancellationToken.None)).Entries, entry => entry is { Action: "programme.changed", Subject: "Friends, Insiders", Actor: "ben" });
        await SameAsLogAsync(service, after);

        // Read back, it is the same programme.
        Assert.Equal(changed.Tiers.SelectMany(tier => tier.Conditions), after.Stored.Programme.Tiers.SelectMany(tier => tier.Conditions));
        Assert.Equal(changed.Policy, after.Stored.Programme.Policy);
    }

    [Fact]
    public async Task Decisions_by_hand_hold_at_once_over_publications_and_until_they_are_taken_back()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var service = Service(house);
        var start = (await service.FindAsync(CancellationToken.None))!;
        var (member, stranger) = (start.Stored.Members[0].CustomerId, start.Run.Customers.Ids.First(id => start.Stored.Members.All(known => known.CustomerId != id)));

        Assert.Equal(ProblemCode.ProgrammeReason, (await service.DecideAsync(Actors.Ben, member, null, " ", null, CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.ProgrammeCustomer, (await service.DecideAsync(Actors.Ben, "nobody", null, "why", null, CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.ProgrammeCustomer, (await service.DecideAsync(Actors.Ben, stranger, 1, "why", null, CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.ProgrammeUntil, (await service.DecideAsync(Actors.Ben, member, null, "why", start.Run.Cleaning.LastDate.AddDays(-1), CancellationToken.None)).Problem?.Code);
        Assert.Null((await service.DecideAsync(Actors.Ben, member, null, " complained ", null, CancellationToken.None)).Problem);
        Assert.Null((await service.DecideAsync(Actors.Ben, stranger, 0, "founder's friend", null, CancellationToken.None)).Problem);
        await house.PublishAsync(1);
        var held = (await service.FindAsync(CancellationToken.None))!;

        Assert.DoesNotContain(held.Stored.Members, known => known.CustomerId == member);
        Assert.True(held.Stored.Members.Single(known => known.CustomerId == stranger).Membership.IsByHand);
        Assert.Equal("complained", (await service.ListEventsOfAsync(member, CancellationToken.None))[^1].Event.Note);

        Assert.Null((await service.TakeBackAsync(Actors.Ben, member, CancellationToken.None)).Problem);
        Assert.Null((await service.TakeBackAsync(Actors.Ben, stranger, CancellationToken.None)).Problem);
        var free = (await service.FindAsync(CancellationToken.None))!;
        Assert.Contains(free.Stored.Members, known => known.CustomerId == member);
        Assert.Equal((EventKind.Left, EventReason.InclusionEnded), (await service.ListEventsOfAsync(stranger, CancellationToken.None))[^1].Event is var last ? (last.Kind, last.Reason) : default);
        await SameAsLogAsync(service, free);
    }

    [Fact]
    public async Task A_review_that_breaks_off_leaves_nothing_behind()
    {
        await using var house = await RunHouse.OpenAsync();
        var store = new ProgrammeStore(house.Folder.Database);
        var member = new Member(new("c", 0, new(2020, 1, 1), new(2020, 1, 1)), [], 0);
        var review = new ReviewRow(0, ReviewCause.Publication, 1, SavedRuns.Noon, new(2020, 1, 1), SavedRuns.Noon, "Insiders", 2, 0);

        // The members are written last, and two of one customer break the key.
        await Assert.ThrowsAnyAsync<Exception>(() => store.SaveAsync(null, new(review, new([], [member, member])) { Changed = Programme.Default }, CancellationToken.None));
        Assert.Null(await store.FindAsync(CancellationToken.None));
        Assert.Empty(await store.ListEventsAsync(0, CancellationToken.None));

        // Whoever began from the state before is told so, and writes nothing.
        Assert.True(await store.SaveAsync(null, new(review, new([], [member])) { Changed = Programme.Default }, CancellationToken.None));
        Assert.False(await store.SaveAsync(null, new(review, new([], [])) { Changed = Programme.Default }, CancellationToken.None));
        Assert.Single((await store.FindAsync(CancellationToken.None))!.Members);
    }

    [Fact]
    public async Task Refusals_say_what_is_wrong_and_change_nothing()
    {
        await using var house = await RunHouse.OpenAsync();
        var service = Service(house);
        Assert.Equal(ProblemCode.ProgrammeUnready, (await service.PreviewAsync(Actors.Ben, Programme.Default, CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.ProgrammeTiers, (await service.SaveAsync(Actors.Ben, new([], new()), CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.ProgrammeTierName, (await service.SaveAsync(Actors.Ben, new([new(" ", [new SegmentCondition(null)])], new()), CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.ProgrammeConditions, (await service.SaveAsync(Actors.Ben, new([new("A", [])], new()), CancellationToken.None)).Problem?.Code);
        Assert.Null(await new ProgrammeStore(house.Folder.Database).FindAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Other_tools_read_members_events_and_reviews_from_views()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(1);
        var snapshot = (await Service(house).FindAsync(CancellationToken.None))!;
        await using var connection = new SqliteConnection($"Data Source={house.Folder.Database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();

        Assert.Equal((long)snapshot.Stored.Members.Length, await ScalarAsync("SELECT count(*) FROM view_programme_members WHERE tier = 1 AND tier_name = 'Insiders' AND is_warned = 0"));
        Assert.Equal((long)snapshot.Stored.Members.Length, await ScalarAsync("SELECT count(*) FROM view_programme_events WHERE kind = 'Joined' AND reason = 'MeetsConditions' AND to_tier_name = 'Insiders' AND from_tier IS NULL"));
        Assert.Equal("Publication|2025-12-09", await ScalarAsync("SELECT cause || '|' || reviewed_on FROM view_programme_reviews"));

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test writes its own queries.
            command.CommandText = sql;
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync();
        }
    }

    private static ProgrammeService Service(RunHouse house) => new(new ProgrammeStore(house.Folder.Database), house.Published(), new AudienceStore(house.Folder.Database), Actors.Access, TimeProvider.System);

    private static async Task SameAsLogAsync(ProgrammeService service, ProgrammeSnapshot snapshot)
        => Assert.Equal(snapshot.Stored.Members.Select(member => member.Membership), await service.ListMembersAsync(snapshot.Run.Cleaning.LastDate, CancellationToken.None));

    private static double Revenue(ProgrammeSnapshot snapshot, ProgrammeEvent happened) => snapshot.Run.Customers.Feature("gross_revenue")[snapshot.Run.Customers.FindRow(happened.CustomerId)!.Value];

    private static string Line(ProgrammeEvent happened) => $"{happened.CustomerId} {happened.Kind} {happened.Reason} {happened.FromTier} {happened.ToTier} {happened.LeavesOn}";
}
