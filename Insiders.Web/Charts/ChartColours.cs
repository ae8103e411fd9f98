using System.Collections.Immutable;
using System.Globalization;

namespace Insiders.Web.Charts;

/// <summary>What charts do with colours. Segments bring their own, from the catalogue in Core.</summary>
public static class ChartColours
{
    /// <summary>Everybody, beside a segment: a grey that no segment has.</summary>
    public const string Base = "#7d9aa5";

    // Blue to yellow, after cividis (Nuñez, Anderton, Renslow 2018): the same order of lightness to every kind of colour vision.
    private static readonly ImmutableArray<string> s_onLight = ["#f3e9a6", "#d5c56c", "#a69d75", "#7c7b78", "#575d6d", "#35456c", "#00306f"];
    private static readonly ImmutableArray<string> s_onDark = ["#1f3a63", "#3a4f7d", "#5b6480", "#7f7f80", "#a89d77", "#d3c164", "#fee838"];

    // Blue and orange with a neutral middle: no pair of them is red against green.
    private static readonly ImmutableArray<string> s_divergingOnLight = ["#08519c", "#5a9bd0", "#c6dbef", "#f2f2f0", "#fdd0a2", "#ec8c3c", "#a63603"];
    private static readonly ImmutableArray<string> s_divergingOnDark = ["#7cc0ff", "#4a86bd", "#2c5075", "#2a343b", "#7a4a1f", "#c47a30", "#ffb469"];

    /// <summary>Colours from the lowest to the highest value: what is much stands out from the ground.</summary>
    public static ImmutableArray<string> Sequential(bool dark) => dark ? s_onDark : s_onLight;

    /// <summary>Colours from far below zero to far above.</summary>
    public static ImmutableArray<string> Diverging(bool dark) => dark ? s_divergingOnDark : s_divergingOnLight;

    /// <summary>A line around a coloured area, so that pale colours show on light ground and deep ones on dark.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="dark">True on dark ground: the edge is lighter than the area, otherwise darker.</param>
    public static string Edge(string colour, bool dark)
    {
        var (red, green, blue) = Channels(colour);
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(red):x2}{Mix(green):x2}{Mix(blue):x2}");

        int Mix(int channel) => (int)Math.Round(dark ? channel + ((255 - channel) * 0.35) : channel * 0.72);
    }

    /// <summary>A colour that lets through what lies behind.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="opacity">0 to 1.</param>
    public static string Veil(string colour, double opacity)
    {
        var (red, green, blue) = Channels(colour);
        return string.Create(CultureInfo.InvariantCulture, $"rgba({red},{green},{blue},{opacity:0.##})");
    }

    /// <summary>The colour between those of a scale, in its three channels.</summary>
    /// <param name="colours">From the lowest value to the highest.</param>
    /// <param name="place">0 to 1; what is not a number counts as 0.</param>
    public static (byte Red, byte Green, byte Blue) Between(ImmutableArray<string> colours, double place)
    {
        var along = (double.IsNaN(place) ? 0 : Math.Clamp(place, 0, 1)) * (colours.Length - 1);
        var below = Math.Min((int)along, colours.Length - 2);
        var (from, to) = (Channels(colours[below]), Channels(colours[below + 1]));
        return (Mix(from.Red, to.Red), Mix(from.Green, to.Green), Mix(from.Blue, to.Blue));

        byte Mix(int low, int high) => (byte)Math.Round(low + ((high - low) * (along - below)));
    }

    /// <summary>The channels of a colour, 0 to 255.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    public static (int Red, int Green, int Blue) Channels(string colour)
    {
        ArgumentNullException.ThrowIfNull(colour);
        return (At(1), At(3), At(5));

        int At(int index) => int.Parse(colour.AsSpan(index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
