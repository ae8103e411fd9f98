using System.Collections.Immutable;
using System.Globalization;
using Insiders.Web.Charts.Theme;

namespace Insiders.Web.Charts.Spec;

/// <summary>What charts do with colours. Segments bring their own, from the catalogue in Core.</summary>
public static class ChartColours
{
    /// <summary>Everybody, beside a segment: a grey that no segment has.</summary>
    public const string Base = "#7d9aa5";

    /// <summary>What a mark needs against its ground (WCAG 2.2, success criterion 1.4.11).</summary>
    public const double LeastContrast = 3;

    // Blue to yellow, after cividis (Nuñez, Anderton, Renslow 2018): the same order of lightness to every kind of colour vision.
    private static readonly ImmutableArray<string> s_onLight = ["#f3e9a6", "#d5c56c", "#a69d75", "#7c7b78", "#575d6d", "#35456c", "#00306f"];
    private static readonly ImmutableArray<string> s_onDark = ["#1f3a63", "#3a4f7d", "#5b6480", "#7f7f80", "#a89d77", "#d3c164", "#fee838"];

    /// <summary>Colours from the lowest to the highest value: what is much stands out from the ground.</summary>
    public static ImmutableArray<string> Sequential(bool dark) => dark ? s_onDark : s_onLight;

    /// <summary>The ground of a map where nobody is counted: as near to the card as a coast allows.</summary>
    public static string Land(bool dark) => dark ? "#202a31" : "#f3f5f6";

    /// <summary>The same colours without the first, which land could be taken for: those of a map.</summary>
    public static ImmutableArray<string> OnLand(bool dark) => Sequential(dark)[1..];

    /// <summary>A colour between the lowest and the highest, mixed channel by channel from its two neighbours.</summary>
    /// <param name="colours">From the lowest to the highest.</param>
    /// <param name="share">0 for the lowest, 1 for the highest; what lies outside, or is no number, gets the nearest end.</param>
    public static string Between(ImmutableArray<string> colours, double share)
    {
        var place = (double.IsNaN(share) ? 0 : Math.Clamp(share, 0, 1)) * (colours.Length - 1);
        var below = Math.Min((int)place, colours.Length - 2);
        var (low, high) = (Channels(colours[below]), Channels(colours[below + 1]));
        return Written(Mix(low.Red, high.Red), Mix(low.Green, high.Green), Mix(low.Blue, high.Blue));

        double Mix(int from, int to) => Math.Round(from + ((to - from) * (place - below)));
    }

    /// <summary>A line around a coloured area, so that pale colours show on light ground and deep ones on dark.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="dark">True on dark ground: the edge is lighter than the area, otherwise darker.</param>
    public static string Edge(string colour, bool dark)
    {
        var (red, green, blue) = Channels(colour);
        return Mark(Written(Mix(red), Mix(green), Mix(blue)), dark);

        double Mix(int channel) => Math.Round(dark ? channel + ((255 - channel) * 0.35) : channel * 0.72);
    }

    /// <summary>The colour of a line or a small mark: the colour itself where it stands out from the ground by <see cref="LeastContrast"/>, otherwise the nearest of its hue that does.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="dark">True on dark ground: it becomes lighter, otherwise darker.</param>
    public static string Mark(string colour, bool dark)
    {
        var (red, green, blue) = Channels(colour);
        var (own, reach) = (Luminance(colour), Reach(dark));
        if (dark ? own >= reach : own <= reach)
        {
            return colour;
        }

        // Rounded away from the ground: a mark must not miss it by a hair.
        return dark ? Written(Lighter(red), Lighter(green), Lighter(blue)) : Written(Darker(red), Darker(green), Darker(blue));

        double Lighter(int channel) => Math.Ceiling(255 * Encoded(Linear(channel) + ((1 - Linear(channel)) * (reach - own) / (1 - own))));
        double Darker(int channel) => Math.Floor(255 * Encoded(Linear(channel) * reach / own));
    }

    /// <summary>The relative luminance at which a mark stands out from the ground: the lowest on dark, the highest on light.</summary>
    public static double Reach(bool dark)
    {
        var ground = Luminance(InsidersTheme.PaletteOf(dark).Surface.ToString(MudBlazor.Utilities.MudColorOutputFormats.Hex)) + 0.05;
        return (dark ? ground * LeastContrast : ground / LeastContrast) - 0.05;
    }

    /// <summary>A colour that lets through what lies behind.</summary>
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

    // The transfer function of sRGB (IEC 61966-2-1), there and back.
    private static double Linear(int channel) => channel <= 10 ? channel / 255.0 / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);

    private static double Encoded(double value) => value <= 0.0031308 ? value * 12.92 : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055;

    private static string Written(double red, double green, double blue) => string.Create(CultureInfo.InvariantCulture, $"#{(int)red:x2}{(int)green:x2}{(int)blue:x2}");
}
