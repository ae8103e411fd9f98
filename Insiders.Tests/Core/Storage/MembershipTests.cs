using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage;

public sealed class MembershipTests
{
    [Fact]
    public async Task A_customer_s_segment_is_known_over_every_succeeded_run_newest_first()
    {
        await using var database = await TempDatabase.CreateAsync();
        var first = await database.Store.SaveAsync(SampleResults.Of(40));
        var second = await database.Store.SaveAsync(SampleResults.Of(20, seed: 2, noise: true));
        await database.Store.StartAsync();
        await database.Store.PublishAsync(first, "ana", SavedRuns.Noon, CancellationToken.None);

        var memberships = await database.Store.ListMembershipsAsync("c0000000", 10, CancellationToken.None);

        Assert.Equal([second, first], memberships.Select(membership => membership.RunId)); // the running one is not among them
        Assert.Equal((true, null), (memberships[0].IsKnown, memberships[0].Segment)); // noise
        Assert.True(memberships[1].IsPublished);
        var customers = await database.Store.ReadCustomersAsync(first, CancellationToken.None);
        Assert.Equal(customers.SegmentIds[customers.Ids.IndexOf("c0000000")], memberships[1].Segment!.SegmentId);
    }

    [Fact]
    public async Task A_run_that_does_not_know_the_customer_says_so()
    {
        await using var database = await TempDatabase.CreateAsync();
        await database.Store.SaveAsync(SampleResults.Of(40));
        await database.Store.SaveAsync(SampleResults.Of(20));

        var memberships = await database.Store.ListMembershipsAsync("c0000030", 10, CancellationToken.None);

        Assert.Equal([false, true], memberships.Select(membership => membership.IsKnown));
        Assert.Null(memberships[0].Segment);
        Assert.Single(await database.Store.ListMembershipsAsync("c0000030", 1, CancellationToken.None));
    }
}
