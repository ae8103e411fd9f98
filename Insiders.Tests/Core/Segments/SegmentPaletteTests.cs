using System.Globalization;
using Insiders.Core.Segments;

namespace Insiders.Tests.Core.Segments;

public sealed class SegmentPaletteTests
{
    [Fact]
    public void There_are_24_colours_and_no_two_look_alike()
    {
        var colours = SegmentPalette.All.Select(Lab).ToArray();

        Assert.Equal(24, colours.Length);
        Assert.All(
            from i in Enumerable.Range(0, colours.Length) from j in Enumerable.Range(0, i) select (i, j),
            pair => Assert.True(Distance(colours[pair.i], colours[pair.j]) > 26, $"{SegmentPalette.All[pair.i]} and {SegmentPalette.All[pair.j]}"));
    }

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

    private static double Distance((double L, double A, double B) x, (double L, double A, double B) y)
        => Math.Sqrt(Math.Pow(x.L - y.L, 2) + Math.Pow(x.A - y.A, 2) + Math.Pow(x.B - y.B, 2));

    private static (double L, double A, double B) Lab(string colour)
    {
        int[] channels = [1, 3, 5];
        double[] linear = [.. channels.Select(at => Linear(int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0))];
        var x = Root(((0.4124 * linear[0]) + (0.3576 * linear[1]) + (0.1805 * linear[2])) / 0.95047);
        var y = Root((0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]));
        var z = Root(((0.0193 * linear[0]) + (0.1192 * linear[1]) + (0.9505 * linear[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);

    private static double Root(double value) => value > 0.008856 ? Math.Cbrt(value) : (7.787 * value) + (16.0 / 116);
}
