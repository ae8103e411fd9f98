using System.Globalization;

namespace Insiders.Web.Charts;

/// <summary>What charts do with colours. Segments bring their own, from the catalogue in Core.</summary>
public static class ChartColours
{
    /// <summary>A line around a coloured area, so that pale colours show on light ground and deep ones on dark.</summary>
    /// <param name="colour">As <c>#RRGGBB</c>.</param>
    /// <param name="dark">True on dark ground: the edge is lighter than the area, otherwise darker.</param>
    public static string Edge(string colour, bool dark)
    {
        ArgumentNullException.ThrowIfNull(colour);
        return $"#{Mix(1)}{Mix(3)}{Mix(5)}";

        string Mix(int at)
        {
            var channel = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var mixed = dark ? channel + ((255 - channel) * 0.35) : channel * 0.72;
            return ((int)Math.Round(mixed)).ToString("x2", CultureInfo.InvariantCulture);
        }
    }
}
