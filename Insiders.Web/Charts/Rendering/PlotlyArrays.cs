using System.Globalization;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Converts lists to what Plotly's typed classes accept.</summary>
internal static class PlotlyArrays
{
    // Larger numbers do not fit a decimal and are of no use in a drawing.
    private const double Greatest = 7.9e28;

    /// <summary>Numbers; those that are not finite are not drawn.</summary>
    public static object?[] Numbers(IEnumerable<double> values) => [.. values.Select(value => double.IsFinite(value) ? (object?)value : null)];

    /// <summary>Numbers for typed classes that take decimals: sizes, widths, opacities.</summary>
    public static List<decimal?> Decimals(IEnumerable<double> values)
    {
        // A loop, because a LINQ call over a type that no other code uses would be compiled at start.
        var decimals = new List<decimal?>();
        foreach (var value in values)
        {
            decimals.Add(Decimal(value));
        }

        return decimals;
    }

    /// <summary>A number as a decimal, to 15 digits; null when it is not finite.</summary>
    public static decimal? Decimal(double value) => Math.Abs(value) < Greatest ? (decimal)value : null;

    /// <summary>Texts, encoded so that they cannot be markup.</summary>
    public static string[] Texts(IEnumerable<string?> texts) => [.. texts.Select(PlotlyText.Encode)];

    /// <summary>Texts of hover labels, encoded and no wider than a phone.</summary>
    public static string[] Hovers(IEnumerable<string?> texts) => [.. texts.Select(PlotlyText.Lines)];

    /// <summary>Positions on an axis; on a date axis they are written as dates.</summary>
    public static object?[] Along(ChartAxis axis, IEnumerable<double> values) => axis.Scale == AxisScale.Date ? [.. values.Select(Day)] : Numbers(values);

    /// <summary>A day number as a date.</summary>
    public static string Day(double day) => DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
