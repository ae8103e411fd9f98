using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Storage;

public sealed class SegmentIdentityTests
{
    [Fact]
    public async Task A_segment_of_the_same_key_has_the_same_id_and_colour_in_every_run()
    {
        await using var database = await TempDatabase.CreateAsync();
        var first = await SegmentsAsync(database, ["elite-spenders", "lost-customers"]);
        var second = await SegmentsAsync(database, ["engaged-shoppers", "lost-customers"]);

        var lost = first[1];
        Assert.Equal((lost.SegmentId, lost.Colour), (second[1].SegmentId, second[1].Colour));
        Assert.NotEqual(first[0].SegmentId, second[0].SegmentId);
        Assert.Distinct([first[0].Colour, first[1].Colour, second[0].Colour]);
    }

    [Fact]
    public async Task A_segment_that_was_away_for_a_run_comes_back_as_itself()
    {
        await using var database = await TempDatabase.CreateAsync();
        var before = await SegmentsAsync(database, ["elite-spenders", "lost-customers"]);
        await SegmentsAsync(database, ["average-customers", "lost-customers"]);

        var after = await SegmentsAsync(database, ["elite-spenders", "fading-customers"]);

        Assert.Equal(before[0].SegmentId, after[0].SegmentId);
    }

    private static async Task<RunSegment[]> SegmentsAsync(TempDatabase database, string[] keys)
    {
        var result = SampleResults.Of(40);
        var segments = result.Segments.Take(2).Select((segment, i) => segment with { Name = new SegmentName(keys[i], keys[i], keys[i]) });
        var runId = await database.Store.SaveAsync(result with { Segments = [.. segments], SegmentOf = [.. result.SegmentOf.Select(position => Math.Min(position, 1))] });
        return [.. (await database.Store.FindRunAsync(runId, CancellationToken.None))!.Segments];
    }
}
