using System.Collections.Immutable;
using System.Globalization;
using Insiders.Web.Charts.Theme;

namespace Insiders.Web.Charts.Spec;

/// <summary>Colours of charts and operations on colours. Segments have their own colours, from the palette in Core.</summary>
public static class ChartColours
{
    /// <summary>Colour of all customers next to a segment: a grey that no segment has.</summary>
    public const string Base = "#7d9aa5";

    /// <summary>Minimum contrast of a mark against its background (WCAG 2.2, success criterion 1.4.11).</summary>
    public const double LeastContrast = 3;

    // Blue to yellow, after cividis (Nuñez, Anderton, Renslow 2018), which keeps the same order of lightness for every kind of colour vision.
    private static readonly ImmutableArray<string> s_onLight = ["#f3e9a6", "#d5c56c", "#a69d75", "#7c7b78", "#575d6d", "#35456c", "#00306f"];
    private static readonly ImmutableArray<string> s_onDark = ["#1f3a63", "#3a4f7d", "#5b6480", "#7f7f80", "#a89d77", "#d3c164", "#fee838"];

    /// <summary>Colours from the lowest to the highest value; high values stand out from the background.</summary>
    public static ImmutableArray<string> Sequential(bool dark) => dark ? s_onDark : s_onLight;

    /// <summary>Colour of land without customers: as close to the card's colour as a visible coastline allows.</summary>
    public static string Land(bool dark) => dark ? "#202a31" : "#f3f5f6";

    /// <summary>The colours for maps, without the first, which could be mistaken for land.</summary>
    public static ImmutableArray<string> OnLand(bool dark) => Sequential(dark)[1..];

    /// <summary>A colour of the scale, interpolated linearly per channel between its two neighbours.</summary>
    /// <param name="colours">From the lowest to the highest.</param>
    /// <param name="share">0 for the lowest, 1 for the highest; values outside are clamped.</param>
    public static string Between(ImmutableArray<string> colours, double share)
    {
        var place = (double.IsNaN(share) ? 0 : Math.Clamp(share, 0, 1)) * (colours.Length - 1);
        var below = Math.Min((int)place, colours.Length - 2);
        var (low, high) = (Channels(colours[below]), Channels(colours[below + 1]));
        return Written(Mix(low.Red, high.Red), Mix(low.Green, high.Green), Mix(low.Blue, high.Blue));

        double Mix(int from, int to) => Math.Round(from + ((to - from) * (place - below)));
    }

    /// <summary>The colour of an edge around a coloured area, so that pale colours are visible on a light background and deep ones on a dark one.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="dark">True on a dark background, where the edge is lighter than the area; otherwise it is darker.</param>
    public static string Edge(string colour, bool dark)
    {
        var (red, green, blue) = Channels(colour);
        return Mark(Written(Mix(red), Mix(green), Mix(blue)), dark);

        double Mix(int channel) => Math.Round(dark ? channel + ((255 - channel) * 0.35) : channel * 0.72);
    }

    /// <summary>The colour of a line or a small mark: the colour itself if it has <see cref="LeastContrast"/> against the background, otherwise the nearest of its hue that does.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="dark">True on a dark background, where it becomes lighter; otherwise it becomes darker.</param>
    public static string Mark(string colour, bool dark)
    {
        var (red, green, blue) = Channels(colour);
        var (own, reach) = (Luminance(colour), Reach(dark));
        if (dark ? own >= reach : own <= reach)
        {
            return colour;
        }

        // Rounded away from the background, so that rounding cannot push the contrast below the minimum.
        return dark ? Written(Lighter(red), Lighter(green), Lighter(blue)) : Written(Darker(red), Darker(green), Darker(blue));

        double Lighter(int channel) => Math.Ceiling(255 * Encoded(Linear(channel) + ((1 - Linear(channel)) * (reach - own) / (1 - own))));
        double Darker(int channel) => Math.Floor(255 * Encoded(Linear(channel) * reach / own));
    }

    /// <summary>The relative luminance at which a mark has enough contrast: the lowest on a dark background, the highest on a light one.</summary>
    public static double Reach(bool dark)
    {
        var ground = Luminance(InsidersTheme.PaletteOf(dark).Surface.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex)) + 0.05;
        return (dark ? ground * LeastContrast : ground / LeastContrast) - 0.05;
    }

    /// <summary>The colour with an opacity.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="opacity">0 to 1.</param>
    public static string Veil(string colour, double opacity)
    {
        var (red, green, blue) = Channels(colour);
        return string.Create(CultureInfo.InvariantCulture, $"rgba({red},{green},{blue},{opacity:0.##})");
    }

    /// <summary>The channels of a colour, 0 to 255.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    public static (int Red, int Green, int Blue) Channels(string colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        return (At(1), At(3), At(5));

        int At(int index) => int.Parse(colour.AsSpan(index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static double Luminance(string colour)
    {
        var (red, green, blue) = Channels(colour);
        return (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));
    }

    // The transfer function of sRGB (IEC 61966-2-1) and its inverse.
    private static double Linear(int channel) => channel <= 10 ? channel / 255.0 / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);

    private static double Encoded(double value) => value <= 0.0031308 ? value * 12.92 : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055;

    private static string Written(double red, double green, double blue) => string.Create(CultureInfo.InvariantCulture, $"#{(int)red:x2}{(int)green:x2}{(int)blue:x2}");
}
