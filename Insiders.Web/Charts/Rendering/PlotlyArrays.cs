using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Arrays in the words of Plotly.</summary>
internal static class PlotlyArrays
{
    /// <summary>Numbers; what is not finite is left out of the drawing.</summary>
    public static JsonArray Numbers(IEnumerable<double> values) => [.. values.Select(value => double.IsFinite(value) ? JsonValue.Create(value) : null)];

    /// <summary>Texts, made harmless.</summary>
    public static JsonArray Texts(IEnumerable<string?> texts) => [.. texts.Select(text => JsonValue.Create(PlotlyText.Encode(text)))];

    /// <summary>Texts of hover labels, made harmless and no wider than a telephone.</summary>
    public static JsonArray Hovers(IEnumerable<string?> texts) => [.. texts.Select(text => JsonValue.Create(PlotlyText.Lines(text)))];

    /// <summary>Words of Plotly itself: colours, shapes.</summary>
    public static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];

    /// <summary>Places on an axis: days of a date axis are written as dates.</summary>
    public static JsonNode Along(ChartAxis axis, IEnumerable<double> values) => axis.Scale == AxisScale.Date
        ? new JsonArray([.. values.Select(day => (JsonNode?)Day(day))])
        : Numbers(values);

    /// <summary>A day number as a date.</summary>
    public static string Day(double day) => DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
