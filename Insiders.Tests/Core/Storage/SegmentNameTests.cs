using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Edits;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage;

/// <summary>No edit leaves two segments of the published run with one name.</summary>
public sealed class SegmentNameTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_later = SavedRuns.Noon.AddDays(1);

    private TempDatabase _database = null!;
    private SegmentEditStore _edits = null!;
    private RunSegment[] _found = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        _edits = new SegmentEditStore(_database.Path);
        await PublishAsync(SampleResults.Of(60));
        _found = await ShownAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_name_is_taken_in_any_case_and_with_any_blanks_and_in_either_language()
    {
        await RenameAsync(0, "Big Spenders", "Grandes");

        foreach (var (english, portuguese) in new[] { ("BIG spenders", "Outros"), (" Big \u00A0 Spenders ", "Outros"), ("Others", "grandes") })
        {
            var refused = await RefusedAsync(() => RenameAsync(1, english, portuguese));
            Assert.Equal((ProblemCode.SegmentNameTaken, "Big Spenders / Grandes"), (refused.Problem.Code, refused.Problem.Values[0].Text));
        }

        await RenameAsync(0, "big spenders", "Grandes");
        await RenameAsync(1, "Grandes", "Big Spenders"); // each language by itself
    }

    [Fact]
    public async Task Undoing_a_rename_does_not_bring_back_a_name_that_another_segment_has_been_given()
    {
        var own = _found[0].Segment.Name;
        var renamed = await RenameAsync(0, "Gold", "Ouro");
        var taking = await RenameAsync(1, own.English.ToUpperInvariant(), "Prata");

        var refused = await RefusedAsync(() => UndoAsync(renamed));
        Assert.Equal((ProblemCode.SegmentUndoNameTaken, $"{own.English.ToUpperInvariant()} / Prata"), (refused.Problem.Code, refused.Problem.Values[0].Text));
        Assert.All(await _edits.ListAsync(None), edit => Assert.Null(edit.UndoneAt));
        Assert.Equal("Gold", await NameAsync(0));

        await UndoAsync(taking);
        await UndoAsync(renamed);
        Assert.Equal(own.English, await NameAsync(0));
    }

    [Fact]
    public async Task A_merged_segment_may_take_the_name_of_its_part_and_gives_it_back_before_they_are_split()
    {
        var merge = await AddAsync(SegmentEdit.Merge(_found[0].SegmentId, [_found[1].SegmentId]));
        await RenameAsync(0, _found[1].Segment.Name.English, "Ouro");

        var refused = await RefusedAsync(() => UndoAsync(merge));
        Assert.Equal(ProblemCode.SegmentUndoNameTaken, refused.Problem.Code);
        Assert.Equal(_found.Length - 1, (await ShownAsync()).Length);

        await RenameAsync(0, "Gold", "Ouro");
        await UndoAsync(merge);
        Assert.Equal(_found.Length, (await ShownAsync()).Select(segment => segment.Segment.Name.English).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task The_name_of_a_part_is_kept_for_it()
    {
        var part = _found[1].Segment.Name;
        await RenameAsync(0, "Gold", "Ouro");
        await AddAsync(SegmentEdit.Merge(_found[0].SegmentId, [_found[1].SegmentId]));

        var refused = await RefusedAsync(() => RenameAsync(2, part.English, "Prata"));

        Assert.Equal((ProblemCode.SegmentNameOfPart, $"{part.English} / {part.Portuguese}", "Gold\nOuro"), (refused.Problem.Code, refused.Problem.Values[1].Text, refused.Problem.Values[0].Text));
    }

    [Fact]
    public async Task Undoing_a_rename_does_not_bring_back_a_name_that_a_part_has_been_given()
    {
        var renamed = await RenameAsync(0, "Gold", "Ouro");
        await RenameAsync(1, _found[0].Segment.Name.English, "Prata");
        await AddAsync(SegmentEdit.Merge(_found[2].SegmentId, [_found[1].SegmentId]));

        var refused = await RefusedAsync(() => UndoAsync(renamed));

        Assert.Equal((ProblemCode.SegmentUndoNameOfPart, Both(_found[2])), (refused.Problem.Code, refused.Problem.Values[0].Text));
    }

    [Fact]
    public async Task Parts_that_were_given_one_name_within_their_whole_are_not_split_until_one_of_them_gives_it_up()
    {
        var first = await RenameAsync(1, "Gold", "Ouro");
        var second = await RenameAsync(2, _found[1].Segment.Name.English, "Prata");
        var merge = await AddAsync(SegmentEdit.Merge(_found[0].SegmentId, [_found[1].SegmentId, _found[2].SegmentId]));
        await UndoAsync(first);

        var refused = await RefusedAsync(() => UndoAsync(merge));
        Assert.Equal((ProblemCode.SegmentUndoNameOfPart, Both(_found[0])), (refused.Problem.Code, refused.Problem.Values[0].Text));

        await UndoAsync(second);
        await UndoAsync(merge);
    }

    [Fact]
    public async Task A_name_that_came_twice_with_another_run_stands_in_the_way_of_nothing_else()
    {
        await RenameAsync(0, "Gold", "Ouro");
        var next = SampleResults.Of(60);
        await PublishAsync(next with { Segments = [.. next.Segments.Select(segment => segment.Position == 1 ? segment with { Name = new SegmentName("gold", "Gold", "Ouro") } : segment)] });
        Assert.Equal(["Gold", "Gold"], (await ShownAsync()).Select(segment => segment.Segment.Name.English).Where(name => name == "Gold"));

        await AddAsync(SegmentEdit.Recolour(_found[0].SegmentId, SegmentPalette.All[0]));
        await RenameAsync(2, "Silver", "Prata");
        await RenameAsync(0, "Platinum", "Platina");
    }

    [Fact]
    public async Task Names_are_known_of_parts_and_of_segments_that_the_published_run_lacks()
    {
        await RenameAsync(1, "Gold", "Ouro");
        await AddAsync(SegmentEdit.Merge(_found[0].SegmentId, [_found[1].SegmentId]));
        var next = SampleResults.Of(60);
        await PublishAsync(next with { Segments = [.. next.Segments.Select(segment => segment.Position == 2 ? segment with { Name = new SegmentName("new", "New", "Novo") } : segment)] });

        var names = await _database.Store.ListSegmentNamesAsync(None);

        Assert.Equal(_found.Length + 1, names.Count);
        Assert.Equal(_found[0].Segment.Name, names[_found[0].SegmentId]);
        Assert.Equal(_found[1].Segment.Name with { English = "Gold", Portuguese = "Ouro" }, names[_found[1].SegmentId]);
        Assert.Equal(_found[2].Segment.Name, names[_found[2].SegmentId]);
    }

    [Fact]
    public async Task Of_two_people_who_give_one_name_at_once_one_is_refused()
    {
        for (var round = 0; round < 10; round++)
        {
            var name = $"Round {round}";
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => TryAsync(edits => edits.AddAsync(SegmentEdit.Rename(_found[i].SegmentId, name, name), "ana", s_later, None)))));

            Assert.Single(outcomes, isDone => isDone);
        }
    }

    [Fact]
    public async Task Of_two_people_who_take_a_name_and_bring_it_back_at_once_one_is_refused()
    {
        for (var round = 0; round < 10; round++)
        {
            var (own, now) = (await NameAsync(0), $"Round {round}");
            var renamed = await RenameAsync(0, now, now);
            var outcomes = await Task.WhenAll(
                Task.Run(() => TryAsync(edits => edits.UndoAsync(renamed.Id, "ana", s_later, None))),
                Task.Run(() => TryAsync(edits => edits.AddAsync(SegmentEdit.Rename(_found[1].SegmentId, own, own), "rui", s_later, None))));

            Assert.Single(outcomes, isDone => isDone);
            var names = (await ShownAsync()).Select(segment => segment.Segment.Name.English).ToArray();
            Assert.Equal(names.Distinct(), names);
        }
    }

    private async Task PublishAsync(SegmentationResult result)
        => await _database.Store.PublishAsync(await _database.Store.SaveAsync(result), "ana", SavedRuns.Noon, None);

    private async Task<RunSegment[]> ShownAsync() => [.. (await _database.Store.FindPublishedAsync(None))!.Segments];

    private async Task<string> NameAsync(int found) => (await ShownAsync()).Single(segment => segment.SegmentId == _found[found].SegmentId).Segment.Name.English;

    private Task<SegmentEdit> AddAsync(SegmentEdit edit) => _edits.AddAsync(edit, "ana", s_later, None);

    private Task<SegmentEdit> RenameAsync(int found, string english, string portuguese) => AddAsync(SegmentEdit.Rename(_found[found].SegmentId, english, portuguese));

    private Task<SegmentEdit> UndoAsync(SegmentEdit edit) => _edits.UndoAsync(edit.Id, "ana", s_later, None);

    private static string Both(RunSegment segment) => $"{segment.Segment.Name.English}\n{segment.Segment.Name.Portuguese}";

    private static Task<SegmentEditRefusedException> RefusedAsync(Func<Task> edit) => Assert.ThrowsAsync<SegmentEditRefusedException>(edit);

    // A store of its own, as another process would have.
    private async Task<bool> TryAsync(Func<SegmentEditStore, Task> edit)
    {
        try
        {
            await edit(new SegmentEditStore(_database.Path));
            return true;
        }
        catch (SegmentEditRefusedException)
        {
            return false;
        }
    }
}
