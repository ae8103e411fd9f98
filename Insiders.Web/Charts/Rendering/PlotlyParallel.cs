using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Parallel axes in the words of Plotly: plain lines over axes from 0 to 1, so that colours, names and hover are ours.</summary>
internal static class PlotlyParallel
{
    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(ParallelChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Lines.Length > 1, left: 32, right: PlotlyFrame.WideEnd);
        var places = spec.Axes.Select((_, at) => (double)at).ToArray();
        var across = frame.Axis(new ChartAxis(""));
        across["tickvals"] = PlotlyArrays.Numbers(places);
        across["ticktext"] = new JsonArray([.. spec.Axes.Select(axis => (JsonNode?)$"{PlotlyText.Encode(axis.LowText)}<br><b>{PlotlyText.Wrap(axis.Title)}</b>")]);
        across["range"] = new JsonArray(-0.35, places.Length - 0.65);
        across["gridcolor"] = frame.Line;
        across["zeroline"] = false;
        layout["xaxis"] = across;
        var upwards = frame.Axis(new ChartAxis("") { Ticks = TickStyle.None, From = -0.04, To = 1.08 });
        upwards["showgrid"] = false;
        layout["yaxis"] = upwards;
        layout["margin"]!["b"] = 67;
        layout["annotations"] = new JsonArray([.. spec.Axes.Select((axis, at) => (JsonNode)new JsonObject
        {
            ["x"] = at,
            ["y"] = 1,
            ["yanchor"] = "bottom",
            ["yshift"] = 6,
            ["text"] = PlotlyText.Encode(axis.HighText),
            ["showarrow"] = false,
            ["font"] = PlotlyFrame.Font(frame.Quiet),
        })]);
        return new([.. spec.Lines.Select(line => Line(spec, line, places, ChartColours.Mark(line.Colour, frame.IsDark)))], layout, frame.Config());
    }

    private static PlotlyTrace Line(ParallelChart spec, ParallelLine line, double[] places, string colour) => new(
        new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines+markers",
            ["name"] = PlotlyText.Name(line.Name),
            ["x"] = PlotlyArrays.Numbers(places),
            ["y"] = PlotlyArrays.Numbers(spec.Axes.Select((axis, at) => axis.PlaceOf(line.Values[at]))),
            ["hovertext"] = PlotlyArrays.Hovers(line.Hovers),
            ["hoverinfo"] = "text",
            ["opacity"] = line.IsMuted ? 0.25 : 1,
            ["cliponaxis"] = false,
            ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2.5 },
            ["marker"] = new JsonObject { ["color"] = colour, ["size"] = 9, ["symbol"] = line.Symbol },
        },
        [.. places.Select(_ => line.Key)]);
}
