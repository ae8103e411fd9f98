using System.Text.Json.Nodes;

namespace Insiders.Web.Charts;

/// <summary>Radars in the words of Plotly.</summary>
internal static class PlotlyRadar
{
    /// <summary>Translates a chart. A line returns to its first axis, so every series has one point more than axes.</summary>
    public static PlotlyFigure Of(RadarChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length > 1, left: 72);
        layout["margin"]!["r"] = 72;
        // Room for the name of the axis that points upwards, below the legend.
        layout["margin"]!["t"] = 64;
        layout["legend"]!["y"] = 1.08;
        var radius = frame.Axis(spec.Radius);
        radius.Remove("automargin");
        radius.Remove("fixedrange");
        radius.Remove("zerolinecolor");
        radius["title"]!.AsObject().Remove("standoff");
        radius["angle"] = 90;
        radius["tickangle"] = 90;
        layout["polar"] = new JsonObject
        {
            ["bgcolor"] = "rgba(0,0,0,0)",
            ["radialaxis"] = radius,
            ["angularaxis"] = new JsonObject { ["rotation"] = 90, ["direction"] = "clockwise", ["gridcolor"] = frame.Grid, ["linecolor"] = frame.Line, ["tickfont"] = PlotlyFrame.Font(frame.Strong) },
        };
        return new([.. spec.Series.Select(series => Line(spec, series, ChartColours.Mark(series.Colour, frame.IsDark)))], layout, frame.Config());
    }

    private static PlotlyTrace Line(RadarChart spec, RadarSeries series, string colour)
    {
        var round = Enumerable.Range(0, spec.Axes.Length + 1).Select(at => at % spec.Axes.Length).ToArray();
        return new(
            new JsonObject
            {
                ["type"] = "scatterpolar",
                ["mode"] = "lines+markers",
                ["name"] = PlotlyText.Encode(series.Name),
                ["theta"] = new JsonArray([.. round.Select(at => (JsonNode?)PlotlyText.Wrap(spec.Axes[at]))]),
                ["r"] = PlotlyArrays.Numbers(round.Select(at => series.Values[at])),
                ["hovertext"] = PlotlyArrays.Texts(round.Select(at => series.Hovers[at])),
                ["hoverinfo"] = "text",
                ["fill"] = "toself",
                ["fillcolor"] = ChartColours.Veil(series.Colour, 0.08),
                ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2, ["dash"] = series.IsDashed ? "dash" : "solid" },
                ["marker"] = new JsonObject { ["color"] = colour, ["size"] = 7, ["symbol"] = series.Symbol },
            },
            [.. round.Select(_ => series.Key)]);
    }
}
