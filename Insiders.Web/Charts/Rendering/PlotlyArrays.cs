using System.Globalization;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Lists as the typed classes of Plotly take them.</summary>
internal static class PlotlyArrays
{
    // Beyond it a decimal has no room, and a drawing no use.
    private const double Greatest = 7.9e28;

    /// <summary>Numbers; what is not finite is left out of the drawing.</summary>
    public static object?[] Numbers(IEnumerable<double> values) => [.. values.Select(value => double.IsFinite(value) ? (object?)value : null)];

    /// <summary>The same where the typed class wants decimals: sizes, widths, opacities.</summary>
    public static List<decimal?> Decimals(IEnumerable<double> values)
    {
        // By hand: sequences of a type that no other code has are compiled during a start.
        var decimals = new List<decimal?>();
        foreach (var value in values)
        {
            decimals.Add(Decimal(value));
        }

        return decimals;
    }

    /// <summary>A number as a decimal, to 15 digits; none where it is not finite.</summary>
    public static decimal? Decimal(double value) => Math.Abs(value) < Greatest ? (decimal)value : null;

    /// <summary>Texts, made harmless.</summary>
    public static string[] Texts(IEnumerable<string?> texts) => [.. texts.Select(PlotlyText.Encode)];

    /// <summary>Texts of hover labels, made harmless and no wider than a telephone.</summary>
    public static string[] Hovers(IEnumerable<string?> texts) => [.. texts.Select(PlotlyText.Lines)];

    /// <summary>Places on an axis: days of a date axis are written as dates.</summary>
    public static object?[] Along(ChartAxis axis, IEnumerable<double> values) => axis.Scale == AxisScale.Date ? [.. values.Select(Day)] : Numbers(values);

    /// <summary>A day number as a date.</summary>
    public static string Day(double day) => DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
