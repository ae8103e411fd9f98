using System.Globalization;

namespace Insiders.Tests.Fixtures.Browsing;

/// <summary>
/// Colours as people see them: with normal vision, and with the three common deficiencies at their full severity by the matrices of Machado,
/// Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE Transactions on Visualization and
/// Computer Graphics 15 (2009), which hold for linear RGB. Distances are CIEDE2000 (Sharma, Wu and Dalal 2005), contrasts those of WCAG 2.2.
/// </summary>
internal sealed record ColourVision(string Name, double[] Matrix)
{
    // Offsets of the channels in #RRGGBB.
    private static readonly int[] s_channels = [1, 3, 5];

    /// <summary>Normal vision first.</summary>
    public static ColourVision[] All { get; } =
    [
        new("normal vision", [1, 0, 0, 0, 1, 0, 0, 0, 1]),
        new("protanopia", [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]),
        new("deuteranopia", [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]),
        new("tritanopia", [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]),
    ];

    /// <summary>The perceived distance of two colours, as <c>#RRGGBB</c>; about 1 is the smallest difference visible side by side.</summary>
    public double Distance(string one, string other) => Distance(Lab(one), Lab(other));

    /// <summary>The perceived lightness of a colour, 0 to 100: L* of CIELAB.</summary>
    public double Lightness(string colour) => Lab(colour).L;

    /// <summary>The contrast of two colours, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one) + 0.05, Luminance(other) + 0.05);
        return Math.Max(first, second) / Math.Min(first, second);
    }

    /// <summary>CIEDE2000 of two colours of CIELAB.</summary>
    public static double Distance((double L, double A, double B) one, (double L, double A, double B) other)
    {
        var chroma = Math.Pow((Math.Sqrt((one.A * one.A) + (one.B * one.B)) + Math.Sqrt((other.A * other.A) + (other.B * other.B))) / 2, 7);
        var stretch = 1.5 - (0.5 * Math.Sqrt(chroma / (chroma + Math.Pow(25, 7))));
        var (c1, h1) = Polar(one.A * stretch, one.B);
        var (c2, h2) = Polar(other.A * stretch, other.B);
        var turn = c1 * c2 == 0 ? 0 : h2 - h1;
        turn -= Math.Abs(turn) <= 180 ? 0 : 360 * Math.Sign(turn);
        var sum = h1 + h2;
        var hue = c1 * c2 == 0 ? sum : Math.Abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
        var (lightness, meanChroma) = ((one.L + other.L) / 2, (c1 + c2) / 2);
        var weight = 1 - (0.17 * Cos(hue - 30)) + (0.24 * Cos(2 * hue)) + (0.32 * Cos((3 * hue) + 6)) - (0.20 * Cos((4 * hue) - 63));
        var offset = Math.Pow(lightness - 50, 2);
        var byLightness = (other.L - one.L) / (1 + (0.015 * offset / Math.Sqrt(20 + offset)));
        var byChroma = (c2 - c1) / (1 + (0.045 * meanChroma));
        var byHue = 2 * Math.Sqrt(c1 * c2) * Math.Sin(turn * Math.PI / 360) / (1 + (0.015 * meanChroma * weight));
        var seventh = Math.Pow(meanChroma, 7);
        var rotation = -Math.Sin(60 * Math.Exp(-Math.Pow((hue - 275) / 25, 2)) * Math.PI / 180) * 2 * Math.Sqrt(seventh / (seventh + Math.Pow(25, 7)));
        return Math.Sqrt((byLightness * byLightness) + (byChroma * byChroma) + (byHue * byHue) + (rotation * byChroma * byHue));
    }

    private (double L, double A, double B) Lab(string colour)
    {
        var linear = Linear(colour);
        var seen = Enumerable.Range(0, 3).Select(row => Math.Clamp((Matrix[3 * row] * linear[0]) + (Matrix[(3 * row) + 1] * linear[1]) + (Matrix[(3 * row) + 2] * linear[2]), 0, 1)).ToArray();
        var x = Root(((0.4124564 * seen[0]) + (0.3575761 * seen[1]) + (0.1804375 * seen[2])) / 0.95047);
        var y = Root((0.2126729 * seen[0]) + (0.7151522 * seen[1]) + (0.0721750 * seen[2]));
        var z = Root(((0.0193339 * seen[0]) + (0.1191920 * seen[1]) + (0.9503041 * seen[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Luminance(string colour)
    {
        var linear = Linear(colour);
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private static double[] Linear(string colour)
        => [.. s_channels.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];

    private static (double Chroma, double Hue) Polar(double a, double b) => (Math.Sqrt((a * a) + (b * b)), a == 0 && b == 0 ? 0 : ((Math.Atan2(b, a) * 180 / Math.PI) + 360) % 360);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);

    private static double Root(double value) => value > 216.0 / 24_389 ? Math.Cbrt(value) : ((24_389.0 / 27 * value) + 16) / 116;
}
