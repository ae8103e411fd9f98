using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Insiders.Web.Charts;

/// <summary>Many points for our own module (decision 0011): Plotly draws axes, legend and lasso, and a stand-in without points per group.</summary>
internal static class PlotlyCloud
{
    private const double Room = 0.04;

    /// <summary>A group's entry in the legend, and its colour bar.</summary>
    public static PlotlyTrace StandIn(ScatterChart spec, ScatterGroup group, int first, PlotlyScale? scale, bool isFirst)
    {
        var marker = new JsonObject { ["symbol"] = group.Symbol, ["size"] = 9, ["color"] = group.Colour };
        if (scale is not null)
        {
            marker["color"] = PlotlyArrays.Numbers([scale.Of(scale.Low)]);
            scale.Paint(marker, "c");
            marker["showscale"] = isFirst;
        }

        var json = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = PlotlyText.Encode(group.Name),
            ["x"] = new JsonArray((JsonNode?)null),
            ["y"] = new JsonArray((JsonNode?)null),
            ["hoverinfo"] = "skip",
            ["marker"] = marker,
        };
        return new(json, group.Points.Select(point => point.Key).ToImmutableArray(), first);
    }

    /// <summary>The groups as bytes.</summary>
    public static JsonArray Groups(ScatterChart spec, PlotlyScale? scale) => [.. spec.Groups.Select(group => (JsonNode)new JsonObject
    {
        ["x"] = PlotlyArrays.Singles(group.Points.Select(point => Place(spec.X, point.X))),
        ["y"] = PlotlyArrays.Singles(group.Points.Select(point => Place(spec.Y, point.Y))),
        ["size"] = spec.PointSize,
        ["sizes"] = group.Points.Any(point => point.Size > 0) ? PlotlyArrays.Singles(group.Points.Select(point => point.Size > 0 ? point.Size : spec.PointSize)) : null,
        ["shape"] = Math.Max(0, ChartSymbols.All.IndexOf(group.Symbol)),
        ["colour"] = Parts(group.Colour),
        ["colours"] = scale is null ? null : Convert.ToBase64String([.. group.Points.SelectMany(point => Bytes(scale.ColourOf(point.Value)))]),
    })];

    /// <summary>Plotly sees no points, so it is told where they lie.</summary>
    public static void SetRanges(JsonObject layout, ScatterChart spec)
    {
        layout["xaxis"]!["range"] ??= Range(spec.X, spec.Groups.SelectMany(group => group.Points).Select(point => point.X));
        layout["yaxis"]!["range"] ??= Range(spec.Y, spec.Groups.SelectMany(group => group.Points).Select(point => point.Y));
    }

    private static JsonArray Range(ChartAxis axis, IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values)
        {
            var place = Place(axis, value);
            if (double.IsFinite(place))
            {
                low = Math.Min(low, place);
                high = Math.Max(high, place);
            }
        }

        var room = high > low ? Room * (high - low) : 0.5;
        return low > high ? [JsonValue.Create(0), JsonValue.Create(1)] : [JsonValue.Create(low - room), JsonValue.Create(high + room)];
    }

    private static double Place(ChartAxis axis, double value) => axis.Scale == AxisScale.Log ? (value > 0 ? Math.Log10(value) : double.NaN) : value;

    private static JsonArray Parts(string colour)
    {
        var (red, green, blue) = ChartColours.Channels(colour);
        return PlotlyArrays.Numbers([red / 255d, green / 255d, blue / 255d]);
    }

    private static byte[] Bytes((byte Red, byte Green, byte Blue) colour) => [colour.Red, colour.Green, colour.Blue];
}
