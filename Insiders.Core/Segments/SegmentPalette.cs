using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>Colours that tell segments apart, to readers with any of the three common colour-vision deficiencies too.</summary>
/// <remarks>
/// Rows of eight. The first row is that of Okabe and Ito (2008), black replaced by the wine red of Tol (2021). Within a row no two are
/// closer than 10 in CIEDE2000, and neither are those at the same place of different rows, to normal vision and to protanopia,
/// deuteranopia and tritanopia as Machado, Oliveira and Fernandes (2009) simulate them; to normal vision, no two at all. Charts
/// therefore give the places of a row different shapes, and the rows different textures, and any two segments can be told apart.
/// </remarks>
public static class SegmentPalette
{
    /// <summary>Colours of a row.</summary>
    public const int RowLength = 8;

    /// <summary>Colours as <c>#RRGGBB</c>, in the order they are given out.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#882255",
        "#7D7D00", "#32C8C8", "#7D4B7D", "#644BE1", "#AFAF32", "#7D96E1", "#006432", "#FA647D",
        "#64E1AF", "#0000E1", "#9664FA", "#C83219", "#4B327D", "#007D96", "#E196FA", "#64AF00",
    ];

    /// <summary>The colour least used so far, the earliest of those in <see cref="All"/>: new segments never repeat one while another is free.</summary>
    /// <param name="used">Colours given out already, with repetitions.</param>
    public static string Next(IReadOnlyCollection<string> used)
    {
        ArgumentNullException.ThrowIfNull(used);
        return All.MinBy(colour => used.Count(other => other == colour))!;
    }

    /// <summary>Where a colour stands in <see cref="All"/>; 0 for one that is not there.</summary>
    public static int PlaceOf(string colour) => Math.Max(0, All.IndexOf(colour));
}
