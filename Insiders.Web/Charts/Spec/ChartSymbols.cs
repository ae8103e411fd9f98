using System.Collections.Immutable;
using Insiders.Core.Segments;

namespace Insiders.Web.Charts.Spec;

/// <summary>What tells groups apart beside their colours: the shapes of points and the textures of bars. Colours that some readers take for one another never share both.</summary>
public static class ChartSymbols
{
    // Pixels across that give each shape the area of a circle of one pixel, from how the drawing library cuts it.
    private static readonly ImmutableArray<double> s_diameters = [1, 0.886, 0.964, 1.347, 0.991, 0.991, 1.347, 1.195];

    // Per row of the palette: of whole bars, and of those that are not whole.
    private static readonly ImmutableArray<(string Whole, string Partial)> s_textures = [("", "/"), (".", "x"), ("-", "+")];

    /// <summary>As the drawing library names them, the most different first; the map of customers draws the same.</summary>
    public static ImmutableArray<string> All { get; } = ["circle", "square", "diamond", "triangle-up", "cross", "x", "triangle-down", "star"];

    /// <summary>The same as paths of SVG, from −1 to 1.</summary>
    public static ImmutableArray<string> Outlines { get; } =
    [
        "M0 -0.82A0.82 0.82 0 1 1 0 0.82A0.82 0.82 0 1 1 0 -0.82Z",
        "M-0.72 -0.72H0.72V0.72H-0.72Z",
        "M0 -0.95L0.95 0L0 0.95L-0.95 0Z",
        "M0 -0.88L0.88 0.62H-0.88Z",
        "M-0.28 -0.9H0.28V-0.28H0.9V0.28H0.28V0.9H-0.28V0.28H-0.9V-0.28H-0.28Z",
        "M-0.51 -0.9L0 -0.39L0.51 -0.9L0.9 -0.51L0.39 0L0.9 0.51L0.51 0.9L0 0.39L-0.51 0.9L-0.9 0.51L-0.39 0L-0.9 -0.51Z",
        "M0 0.88L0.88 -0.62H-0.88Z",
        "M0 -0.96L0.24 -0.3L0.92 -0.3L0.37 0.12L0.57 0.78L0 0.38L-0.57 0.78L-0.37 0.12L-0.92 -0.3L-0.24 -0.3Z",
    ];

    /// <summary>The number of the shape of each group: that of its colour's place in the palette, the next where a colour comes again.</summary>
    /// <param name="colours">The groups' colours.</param>
    public static ImmutableArray<int> Of(IEnumerable<string> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        var times = new Dictionary<string, int>();
        return [.. colours.Select(colour => (SegmentPalette.PlaceOf(colour) + (times[colour] = times.GetValueOrDefault(colour, -1) + 1)) % All.Length)];
    }

    /// <summary>The texture of a bar, as the drawing library names it; empty for a plain one.</summary>
    /// <param name="colour">The bar's colour.</param>
    /// <param name="isPartial">True for a bar that is not whole: it is hatched.</param>
    public static string TextureOf(string colour, bool isPartial)
    {
        var (whole, partial) = s_textures[SegmentPalette.PlaceOf(colour) / SegmentPalette.RowLength];
        return isPartial ? partial : whole;
    }

    /// <summary>Pixels across a shape for the area that a circle of so many pixels has.</summary>
    /// <param name="symbol">One of <see cref="All"/>.</param>
    /// <param name="diameter">The circle's.</param>
    public static double SizeOf(string symbol, double diameter) => diameter * s_diameters[All.IndexOf(symbol)];
}
