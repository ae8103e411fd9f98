using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>Colours that tell segments apart.</summary>
/// <remarks>
/// The first eight are those of Okabe and Ito (2008), black replaced by grey, which readers with any of the three common
/// colour-vision deficiencies tell apart. Each of the others is the colour furthest in CIELAB from all before it, of lightness
/// 32 to 80 so that it shows on light and dark ground; no two are closer than 26.
/// </remarks>
public static class SegmentPalette
{
    /// <summary>Colours as <c>#RRGGBB</c>, in the order they are given out.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#7F7F7F",
        "#0000FF", "#00DD00", "#FF00DD", "#FF0066", "#0066FF", "#667700", "#881188", "#FFAA88",
        "#993333", "#AA99FF", "#77CC55", "#BBCC99", "#AA44FF", "#FF0022", "#996622", "#EE44AA",
    ];

    /// <summary>The colour least used so far, the earliest of those in <see cref="All"/>: new segments never repeat one while another is free.</summary>
    /// <param name="used">Colours given out already, with repetitions.</param>
    public static string Next(IReadOnlyCollection<string> used)
    {
        ArgumentNullException.ThrowIfNull(used);
        return All.MinBy(colour => used.Count(other => other == colour))!;
    }
}
