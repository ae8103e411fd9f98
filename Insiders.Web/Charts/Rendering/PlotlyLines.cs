using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Lines in the words of Plotly.</summary>
internal static class PlotlyLines
{
    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(LineChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length + spec.References.Length > 1, right: PlotlyFrame.WideEnd);
        layout["xaxis"] = frame.Axis(spec.X);
        layout["yaxis"] = frame.Axis(spec.Y);
        return new([.. spec.References.Select(line => Reference(spec, line, frame)), .. spec.Series.Select(series => Line(spec, series, ChartColours.Mark(series.Colour, frame.IsDark)))], layout, frame.Config());
    }

    private static PlotlyTrace Line(LineChart spec, LineSeries series, string colour)
    {
        var json = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = series.HasMarkers ? "lines+markers" : "lines",
            ["name"] = PlotlyText.Name(series.Name),
            ["x"] = PlotlyArrays.Along(spec.X, series.Points.Select(point => point.X)),
            ["y"] = PlotlyArrays.Numbers(series.Points.Select(point => point.Y)),
            ["hovertext"] = PlotlyArrays.Hovers(series.Points.Select(point => point.Hover)),
            ["hoverinfo"] = "text",
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2.5, ["dash"] = series.IsDashed ? "dash" : "solid" },
            ["marker"] = new JsonObject { ["color"] = colour, ["size"] = 7 },
        };
        if (series.IsFilled)
        {
            json["fill"] = "tozeroy";
            json["fillcolor"] = ChartColours.Veil(series.Colour, 0.14);
        }

        return new(json, [.. series.Points.Select(point => point.Key)]);
    }

    private static PlotlyTrace Reference(LineChart spec, ReferenceLine line, PlotlyFrame frame) => new(
        new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = PlotlyText.Name(line.Name),
            ["x"] = PlotlyArrays.Along(spec.X, [line.FromX, line.ToX]),
            ["y"] = PlotlyArrays.Numbers([line.FromY, line.ToY]),
            ["hoverinfo"] = "skip",
            ["line"] = new JsonObject { ["color"] = frame.Quiet, ["width"] = 1, ["dash"] = "dot" },
        },
        []);
}
