using System.Collections.Immutable;
using Insiders.Core.Segments;

namespace Insiders.Web.Charts.Spec;

/// <summary>What distinguishes groups in addition to colour: shapes of points and textures of bars. Colours that some readers cannot tell apart never share both.</summary>
public static class ChartSymbols
{
    // Diameter in pixels that gives each shape, as the drawing library constructs it, the area of a circle one pixel across.
    private static readonly ImmutableArray<double> s_diameters = [1, 0.886, 0.964, 1.347, 0.991, 0.991, 1.347, 1.195];

    // Per row of the palette: the textures of complete and of partial bars.
    private static readonly ImmutableArray<(string Whole, string Partial)> s_textures = [("", "/"), (".", "x"), ("-", "+")];

    /// <summary>The shapes by the drawing library's names, the most different first; the projection of customers uses the same.</summary>
    public static ImmutableArray<string> All { get; } = ["circle", "square", "diamond", "triangle-up", "cross", "x", "triangle-down", "star"];

    /// <summary>The shapes as SVG paths, from −1 to 1.</summary>
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

    /// <summary>The index of each group's shape: the index of its colour in the palette, or the next one when the colour is repeated.</summary>
    /// <param name="colours">The groups' colours.</param>
    public static ImmutableArray<int> Of(IEnumerable<string> colours)
    {
        ArgumentNullException.ThrowIfNull(colours);
        var times = new Dictionary<string, int>();
        return [.. colours.Select(colour => (SegmentPalette.PlaceOf(colour) + (times[colour] = times.GetValueOrDefault(colour, -1) + 1)) % All.Length)];
    }

    /// <summary>The texture of a bar, as the drawing library names it; empty for a plain one.</summary>
    /// <param name="colour">The bar's colour.</param>
    /// <param name="isPartial">True for a partial bar, which is hatched.</param>
    public static string TextureOf(string colour, bool isPartial)
    {
        var (whole, partial) = s_textures[SegmentPalette.PlaceOf(colour) / SegmentPalette.RowLength];
        return isPartial ? partial : whole;
    }

    /// <summary>The diameter at which a shape has the area of a circle.</summary>
    /// <param name="symbol">One of <see cref="All"/>.</param>
    /// <param name="diameter">Diameter of the circle, in pixels.</param>
    public static double SizeOf(string symbol, double diameter) => diameter * s_diameters[All.IndexOf(symbol)];
}
