using Insiders.Core.Customers;
using Insiders.Core.Problems;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Edits;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage;

public sealed class SegmentEditStoreTests
{
    private static readonly DateTimeOffset s_later = SavedRuns.Noon.AddDays(1);

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_name_a_colour_and_a_lever_hold_for_the_published_run_and_for_the_next_and_runs_stay_as_they_were()
    {
        await using var database = await TempDatabase.CreateAsync();
        var first = await PublishAsync(database);
        var before = (await database.Store.FindPublishedAsync(None))!.Segments;
        var edits = new SegmentEditStore(database.Path);
        await edits.AddAsync(SegmentEdit.Rename(before[0].SegmentId, " VIPs ", "Nobres"), "ana", s_later, None);
        await edits.AddAsync(SegmentEdit.Recolour(before[0].SegmentId, "#C83219"), "ana", s_later, None);
        await edits.AddAsync(SegmentEdit.SetLever(before[0].SegmentId, "Call them", "Ligue"), "ana", s_later, None);

        await PublishAsync(database);
        var after = (await database.Store.FindPublishedAsync(None))!.Segments[0];

        Assert.Equal(new SegmentName(before[0].Segment.Name.Key, "VIPs", "Nobres"), after.Segment.Name);
        Assert.Equal(("#C83219", new LocalText("Call them", "Ligue")), (after.Colour, after.Lever));
        Assert.Equal(before[0].Segment.Name, (await database.Store.FindRunAsync(first, None))!.Segments[0].Segment.Name);
    }

    [Fact]
    public async Task Undoing_brings_back_what_held_before()
    {
        await using var database = await TempDatabase.CreateAsync();
        await PublishAsync(database);
        var segment = (await database.Store.FindPublishedAsync(None))!.Segments[0];
        var edits = new SegmentEditStore(database.Path);
        await edits.AddAsync(SegmentEdit.Rename(segment.SegmentId, "First", "Primeiro"), "ana", s_later, None);
        var second = await edits.AddAsync(SegmentEdit.Rename(segment.SegmentId, "Second", "Segundo"), "rui", s_later, None);

        Assert.Equal("Second", await NameAsync(database));
        await edits.UndoAsync(second.Id, "ana", s_later, None);

        Assert.Equal("First", await NameAsync(database));
        Assert.Equal([("rui", "ana"), ("ana", null)], (await edits.ListAsync(None)).Select(edit => (edit.Actor, edit.UndoneBy)));
    }

    [Fact]
    public async Task Whoever_undoes_too_late_is_told_who_was_faster()
    {
        await using var database = await TempDatabase.CreateAsync();
        var edits = new SegmentEditStore(database.Path);
        var first = await edits.AddAsync(SegmentEdit.Rename(1, "First", "Primeiro"), "ana", s_later, None);
        var second = await edits.AddAsync(SegmentEdit.Rename(1, "Second", "Segundo"), "rui", s_later, None);

        var overtaken = await Assert.ThrowsAsync<SegmentEditRefusedException>(() => edits.UndoAsync(first.Id, "ana", s_later, None));
        await edits.UndoAsync(second.Id, "rui", s_later, None);
        var undone = await Assert.ThrowsAsync<SegmentEditRefusedException>(() => edits.UndoAsync(second.Id, "ana", s_later, None));
        var unknown = await Assert.ThrowsAsync<SegmentEditRefusedException>(() => edits.UndoAsync(99, "ana", s_later, None));

        Assert.Equal((ProblemCode.SegmentEditOvertaken, "rui", s_later), (overtaken.Problem.Code, overtaken.Problem.Values[0].Text, overtaken.Problem.Values[1].Time));
        Assert.Equal((ProblemCode.SegmentEditUndone, "rui", s_later), (undone.Problem.Code, undone.Problem.Values[0].Text, undone.Problem.Values[1].Time));
        Assert.Equal(ProblemCode.SegmentEditGone, unknown.Problem.Code);
    }

    [Fact]
    public async Task Merged_segments_have_the_profile_of_their_members_together()
    {
        await using var database = await TempDatabase.CreateAsync();
        var runId = await PublishAsync(database);
        var before = (await database.Store.FindPublishedAsync(None))!.Segments;
        var (kept, taken) = (before[1], before[2]);
        await new SegmentEditStore(database.Path).AddAsync(SegmentEdit.Merge(kept.SegmentId, [taken.SegmentId]), "ana", s_later, None);

        var after = (await database.Store.FindPublishedAsync(None))!.Segments;
        var customers = new CustomerTable(await database.Store.ReadCustomersAsync(runId, None), after);
        var merged = customers.FindSegment(taken.SegmentId)!;
        var members = customers.MembersOf(merged);

        Assert.Equal(before.Length - 1, after.Length);
        Assert.Equal(Enumerable.Range(0, after.Length), after.Select(segment => segment.Segment.Position));
        Assert.Equal((kept.SegmentId, kept.Segment.Name, kept.Colour), (merged.SegmentId, merged.Segment.Name, merged.Colour));
        Assert.Equal(kept.Segment.Profile.Customers + taken.Segment.Profile.Customers, members.Length);
        AssertSame(customers.Profile(members), merged.Segment.Profile);
    }

    [Fact]
    public async Task Segments_merged_in_chains_are_one_and_split_back_one_by_one()
    {
        await using var database = await TempDatabase.CreateAsync();
        await PublishAsync(database);
        var ids = (await database.Store.FindPublishedAsync(None))!.Segments.Select(segment => segment.SegmentId).ToArray();
        var edits = new SegmentEditStore(database.Path);
        var inner = await edits.AddAsync(SegmentEdit.Merge(ids[1], [ids[2]]), "ana", s_later, None);
        var outer = await edits.AddAsync(SegmentEdit.Merge(ids[0], [ids[1]]), "rui", s_later, None);

        Assert.Equal([ids[0], ids[1], ids[2]], (await PartsAsync(database))[0]);
        await edits.UndoAsync(inner.Id, "ana", s_later, None);
        Assert.Equal([ids[0], ids[1]], (await PartsAsync(database))[0]);
        await edits.UndoAsync(outer.Id, "ana", s_later, None);
        Assert.All(await PartsAsync(database), parts => Assert.Single(parts));
    }

    [Fact]
    public async Task A_segment_is_part_of_one_other_at_most()
    {
        await using var database = await TempDatabase.CreateAsync();
        var edits = new SegmentEditStore(database.Path);
        await edits.AddAsync(SegmentEdit.Merge(1, [2]), "rui", s_later, None);

        foreach (var late in new[] { SegmentEdit.Merge(3, [2]), SegmentEdit.Merge(2, [1]) })
        {
            var refused = await Assert.ThrowsAsync<SegmentEditRefusedException>(() => edits.AddAsync(late, "ana", s_later, None));
            Assert.Equal((ProblemCode.SegmentMergedBefore, "rui"), (refused.Problem.Code, refused.Problem.Values[0].Text));
        }

        Assert.Single(await edits.ListAsync(None));
    }

    [Fact]
    public void In_a_run_without_the_segment_that_stays_the_best_of_its_parts_stands_for_them()
    {
        var overlay = new SegmentOverlay([SegmentEdit.Merge(1, [2, 3])]);
        var base_ = SmallBase.Of([2, 3, 4], ("gross_revenue", [9, 5, 1]));

        Assert.Equal([[2L, 3L], [4L]], overlay.Group(base_.Segments).Select(group => group.Select(part => part.SegmentId)));
        Assert.Equal([1, 2, 3], overlay.WithParts([2]).AsEnumerable());
        Assert.Equal([4], overlay.WithParts([4]).AsEnumerable());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    public void A_name_that_cannot_be_read_is_refused(string name) => Assert.Throws<ArgumentException>(() => SegmentEdit.Rename(1, name, "Nome"));

    [Fact]
    public void What_is_too_long_or_not_of_the_palette_or_merged_with_itself_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SegmentEdit.Rename(1, new string('x', 300), "Nome"));
        Assert.Throws<ArgumentException>(() => SegmentEdit.Recolour(1, "red\" onclick=\"alert(1)"));
        Assert.Throws<ArgumentException>(() => SegmentEdit.Merge(1, [1]));
        Assert.Equal("<img src=x onerror=alert(1)>", SegmentEdit.Rename(1, "<img src=x onerror=alert(1)>", "Nome").English);
    }

    private static void AssertSame(GroupProfile expected, GroupProfile actual)
    {
        Assert.Equal((expected.Customers, expected.RevenueAmount), (actual.Customers, actual.RevenueAmount));
        foreach (var figure in new Func<GroupProfile, double>[]
        {
            one => one.CustomerShare, one => one.RevenueShare, one => one.MeanRevenueAmount, one => one.MedianRevenueAmount, one => one.RecencyDays, one => one.Frequency, one => one.ReturnShare, one => one.Invoices, one => one.Items,
        })
        {
            Assert.Equal(figure(expected), figure(actual), 1e-9);
        }
    }

    private static async Task<string> NameAsync(TempDatabase database) => (await database.Store.FindPublishedAsync(None))!.Segments[0].Segment.Name.English;

    private static async Task<long[][]> PartsAsync(TempDatabase database) => [.. (await database.Store.FindPublishedAsync(None))!.Segments.Select(segment => segment.Parts.ToArray())];

    private static async Task<long> PublishAsync(TempDatabase database)
    {
        var runId = await database.Store.SaveAsync(SampleResults.Of(60));
        await database.Store.PublishAsync(runId, "ana", SavedRuns.Noon, None);
        return runId;
    }
}
