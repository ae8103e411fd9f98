using Insiders.Core.Segments;
using Insiders.Tests.Fixtures.Browsing;

namespace Insiders.Tests.Core.Segments;

public sealed class SegmentPaletteTests
{
    // Side by side about 1 can be seen; marks that lie apart and are a few pixels wide need several times as much.
    private const double LeastDistance = 10;

    private static readonly (string One, string Other, bool IsRow, bool IsColumn)[] s_pairs =
    [
        .. from i in Enumerable.Range(0, SegmentPalette.All.Length) from j in Enumerable.Range(0, i)
           select (SegmentPalette.All[j], SegmentPalette.All[i], i / SegmentPalette.RowLength == j / SegmentPalette.RowLength, i % SegmentPalette.RowLength == j % SegmentPalette.RowLength),
    ];

    [Fact]
    public void There_are_24_colours_and_no_two_look_alike()
    {
        Assert.Equal(24, SegmentPalette.All.Length);
        Assert.All(s_pairs, pair => Apart(ColourVision.All[0], pair.One, pair.Other));
    }

    [Fact]
    public void Colours_of_a_row_and_colours_of_the_same_place_are_told_apart_by_every_kind_of_vision()
        => Assert.All(from vision in ColourVision.All from pair in s_pairs where pair.IsRow || pair.IsColumn select (vision, pair), one => Apart(one.vision, one.pair.One, one.pair.Other));

    [Fact]
    public void A_colour_comes_again_only_when_all_are_given_out()
    {
        List<string> given = [];
        for (var i = 0; i < 25; i++)
        {
            given.Add(SegmentPalette.Next(given));
        }

        Assert.Equal([.. SegmentPalette.All, SegmentPalette.All[0]], given);
        Assert.Equal(SegmentPalette.All[0], SegmentPalette.Next([SegmentPalette.All[1]]));
    }

    [Fact]
    public void A_colour_knows_its_place()
        => Assert.Equal([0, 23, 0], new[] { SegmentPalette.All[0], SegmentPalette.All[23], "#123456" }.Select(SegmentPalette.PlaceOf));

    private static void Apart(ColourVision vision, string one, string other)
        => Assert.True(vision.Distance(one, other) > LeastDistance, $"{one} and {other} are {vision.Distance(one, other):0.0} apart to {vision.Name}");
}
