using System.Text.Json.Nodes;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Charts.Theme;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Features.Explore;
using MudBlazor.Utilities;

namespace Insiders.Tests.Web.Charts.Spec;

/// <summary>Colours of charts to every kind of colour vision, on the ground of either theme.</summary>
public sealed class ChartColoursTests
{
    private const double LeastDistance = 10;

    public static TheoryData<bool> Themes => [false, true];

    // Colours that mean something beside each other.
    private static readonly (string One, string Other)[] s_pairs =
    [
        (StoryTimeline.Bought, StoryTimeline.Returned), (SweepColumns.Winner, SweepColumns.Other), (NeighbourProjection.Others, NeighbourProjection.Near), (NeighbourProjection.Others, StoryTimeline.Returned), (NeighbourProjection.Near, StoryTimeline.Returned),
    ];

    // Sharma, Wu and Dalal (2005), four pairs of table 1.
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 0, 0, 50, -1, 2, 2.3669)]
    [InlineData(50, 2.5, 0, 73, 25, -18, 27.1492)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    public void Distances_are_those_of_the_reference(double l1, double a1, double b1, double l2, double a2, double b2, double expected)
        => Assert.Equal(expected, ColourVision.Distance((l1, a1, b1), (l2, a2, b2)), 1e-4);

    [Fact]
    public void Deficiencies_are_simulated()
    {
        var (red, green) = ("#d62728", "#2ca02c"); // the pair that red-green deficiencies confuse, and nobody else

        Assert.Equal([true, false, false, true], ColourVision.All.Select(vision => vision.Distance(red, green) > 30));
        Assert.Equal(21, ColourVision.Contrast("#000000", "#ffffff"), 1e-9);
    }

    [Theory, MemberData(nameof(Themes))]
    public void Marks_and_edges_of_every_colour_stand_out_from_the_ground(bool dark)
    {
        var ground = Ground(dark);
        foreach (var colour in SegmentPalette.All.Concat(ChartColours.Sequential(dark)).Concat([ChartColours.Base, "#ffffff", "#000000"]).Concat(s_pairs.SelectMany(pair => new[] { pair.One, pair.Other })))
        {
            Assert.InRange(ColourVision.Contrast(ChartColours.Mark(colour, dark), ground), ChartColours.LeastContrast, 21);
            Assert.InRange(ColourVision.Contrast(ChartColours.Edge(colour, dark), ground), ChartColours.LeastContrast, 21);
        }

        Assert.Equal("#D55E00", ChartColours.Mark("#D55E00", dark)); // stands out in both themes as it is
    }

    [Theory, MemberData(nameof(Themes))]
    public void Two_segments_differ_in_shape_or_by_a_distance_that_every_reader_sees(bool dark)
    {
        var shapes = ChartSymbols.Of(SegmentPalette.All);
        var near = 0;
        foreach (var (i, j) in from i in Enumerable.Range(0, shapes.Length) from j in Enumerable.Range(0, i) select (i, j))
        {
            var (one, other) = (ChartColours.Mark(SegmentPalette.All[i], dark), ChartColours.Mark(SegmentPalette.All[j], dark));
            var distance = ColourVision.All.Min(vision => vision.Distance(one, other));
            near += distance < LeastDistance ? 1 : 0;
            Assert.True(distance > LeastDistance || shapes[i] != shapes[j], $"{one} and {other} are {distance:0.0} apart and of one shape");
        }

        Assert.True(near > 0, "no shapes would be needed");
    }

    [Fact]
    public void Two_stacked_bars_differ_in_texture_or_by_a_distance_that_every_reader_sees()
    {
        foreach (var (one, other) in from i in Enumerable.Range(0, SegmentPalette.All.Length) from j in Enumerable.Range(0, i) select (SegmentPalette.All[i], SegmentPalette.All[j]))
        {
            var distance = ColourVision.All.Min(vision => vision.Distance(one, other));
            Assert.True(distance > LeastDistance || ChartSymbols.TextureOf(one, isPartial: false) != ChartSymbols.TextureOf(other, isPartial: false), $"{one} and {other}");
            Assert.True(distance > LeastDistance || ChartSymbols.TextureOf(one, isPartial: true) != ChartSymbols.TextureOf(other, isPartial: true), $"{one} and {other}, hatched");
        }
    }

    [Fact]
    public void What_comes_after_the_last_colour_has_another_shape()
    {
        Assert.Equal([0, 1, 1, 2], ChartSymbols.Of([SegmentPalette.All[0], SegmentPalette.All[1], SegmentPalette.All[0], SegmentPalette.All[0]]).AsEnumerable());
        Assert.Equal(SegmentPalette.All.Length * ChartSymbols.All.Length, Enumerable.Range(0, 192).Select(cluster => (LegendEntry.ClusterColour(cluster), LegendEntry.ClusterShape(cluster))).Distinct().Count());
        Assert.Equal(ChartSymbols.Of(SegmentPalette.All).AsEnumerable(), Enumerable.Range(0, 24).Select(LegendEntry.ClusterShape));
        Assert.Equal(ChartSymbols.All.Length, ChartSymbols.Outlines.Length);
    }

    [Theory, MemberData(nameof(Themes))]
    public void A_scale_gets_steadily_lighter_or_darker_and_its_lowest_colour_is_not_the_ground(bool dark)
    {
        var colours = ChartColours.Sequential(dark);
        foreach (var vision in ColourVision.All)
        {
            var steps = colours.Zip(colours.Skip(1), (low, high) => vision.Lightness(high) - vision.Lightness(low)).ToArray();

            Assert.All(steps, step => Assert.True(dark ? step > 5 : step < -5, $"a step of {step:0.0} to {vision.Name}"));
            Assert.InRange(vision.Distance(colours[0], Ground(dark)), LeastDistance, 100);
        }
    }

    [Theory, MemberData(nameof(Themes))]
    public void No_country_of_a_map_looks_like_land_without_customers(bool dark)
    {
        Assert.All(ChartColours.OnLand(dark), colour => Assert.InRange(ColourVision.Contrast(colour, ChartColours.Land(dark)), 1.5, 21)); // 1.1 with the palest, which other charts have
        Assert.All(from vision in ColourVision.All from colour in ChartColours.OnLand(dark) select vision.Distance(colour, ChartColours.Land(dark)), distance => Assert.InRange(distance, LeastDistance, 200));
        Assert.Equal(ChartColours.OnLand(dark)[0], ChartColours.Between(ChartColours.OnLand(dark), double.NaN));
        Assert.Equal(ChartColours.OnLand(dark)[^1], ChartColours.Between(ChartColours.OnLand(dark), 7));
    }

    [Theory, MemberData(nameof(Themes))]
    public void Good_and_bad_and_other_pairs_are_told_apart_by_every_kind_of_vision(bool dark)
    {
        var palette = InsidersTheme.PaletteOf(dark);
        (string One, string Other) good = (Hex(palette.Success), Hex(palette.Error)), sides = (Hex(palette.Primary), Hex(palette.Secondary));

        Assert.All(from vision in ColourVision.All from pair in s_pairs.Append(good).Append(sides) select (vision, pair), one => Assert.True(
            one.vision.Distance(one.pair.One, one.pair.Other) > LeastDistance, $"{one.pair} to {one.vision.Name}: {one.vision.Distance(one.pair.One, one.pair.Other):0.0}"));
        Assert.All([good.One, good.Other], colour => Assert.InRange(ColourVision.Contrast(colour, Ground(dark)), 4.5, 21)); // they colour words
    }

    [Theory, MemberData(nameof(Themes))]
    public void No_line_or_outline_of_any_chart_is_paler_than_a_mark_may_be(bool dark)
    {
        var pale = SegmentPalette.All[6]; // yellow on white, and the deepest colour on dark
        var colour = dark ? "#0000E1" : pale;
        ChartSpec[] charts =
        [
            SampleCharts.Lines with { Series = [SampleCharts.Lines.Series[0] with { Colour = colour }] },
            SampleCharts.Parallel with { Lines = [SampleCharts.Parallel.Lines[0] with { Colour = colour }] },
            SampleCharts.Radar with { Series = [SampleCharts.Radar.Series[0] with { Colour = colour }] },
            SampleCharts.Distribution with { Base = SampleCharts.Distribution.Base! with { Colour = colour } },
            SampleCharts.Points with { Groups = [SampleCharts.Points.Groups[0] with { Colour = colour }] },
        ];

        Assert.All(charts, chart => Assert.Contains(
            DrawnFigure.Of(chart, dark).Traces, trace => Colours(trace).Contains(ChartColours.Mark(colour, dark)) || Colours(trace).Contains(ChartColours.Edge(colour, dark))));
    }

    private static IEnumerable<string> Colours(JsonNode trace)
        => new[] { trace["line"]?["color"], trace["marker"]?["line"]?["color"] }.OfType<JsonValue>().Select(colour => (string)colour!);

    private static string Ground(bool dark) => Hex(InsidersTheme.PaletteOf(dark).Surface);

    private static string Hex(MudColor colour) => colour.ToString(MudColorOutputFormats.Hex);
}
