using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Points in the words of Plotly.</summary>
internal static class PlotlyScatter
{
    // Pixels left of the drawing without numbers, and right of it: there the buttons to zoom have a column of their own.
    private const int NoTicks = 32, Buttons = 44;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(ScatterChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Groups.Length > 1, left: spec.Y.Ticks == TickStyle.None ? NoTicks : PlotlyFrame.Ticks);
        layout["dragmode"] = "pan";
        layout["xaxis"] = frame.Axis(spec.X, canZoom: true);
        layout["yaxis"] = frame.Axis(spec.Y, canZoom: true);
        if (spec.HasEqualAxes)
        {
            layout["yaxis"]!["scaleanchor"] = "x";
        }

        List<PlotlyTrace> traces = [.. spec.Groups.Select(group => Points(spec, group, frame))];

        if (spec.HighlightedKey is { } key && spec.Groups.SelectMany(group => group.Points).Where(point => point.Key == key).Cast<ScatterPoint?>().FirstOrDefault() is { } found)
        {
            traces.Add(Highlight(spec, found, frame));
        }

        var config = frame.ZoomConfig(layout);
        config["scrollZoom"] = true;
        layout["margin"]!["r"] = Buttons;
        layout["margin"]!["t"] = Math.Max(36, (int)layout["margin"]!["t"]!);
        return new(traces, layout, config);
    }

    private static PlotlyTrace Points(ScatterChart spec, ScatterGroup group, PlotlyFrame frame)
    {
        var json = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = PlotlyText.Name(group.Name),
            ["x"] = PlotlyArrays.Along(spec.X, group.Points.Select(point => point.X)),
            ["y"] = PlotlyArrays.Along(spec.Y, group.Points.Select(point => point.Y)),
            ["hovertext"] = PlotlyArrays.Hovers(group.Points.Select(point => point.Hover)),
            ["hoverinfo"] = "text",
            ["marker"] = Marker(spec, group, frame),
        };
        return new(json, group.Points.Select(point => point.Key).ToImmutableArray());
    }

    private static JsonObject Marker(ScatterChart spec, ScatterGroup group, PlotlyFrame frame) => new()
    {
        ["symbol"] = group.Symbol,
        ["size"] = group.Points.Any(point => point.Size > 0) ? PlotlyArrays.Numbers(group.Points.Select(point => point.Size > 0 ? point.Size : spec.PointSize)) : spec.PointSize,
        // The area lets through what it covers; its edge does not, so that it stands out.
        ["color"] = ChartColours.Veil(group.Colour, 0.85),
        ["opacity"] = 1,
        ["line"] = new JsonObject { ["width"] = 1, ["color"] = ChartColours.Edge(group.Colour, frame.IsDark) },
    };

    private static PlotlyTrace Highlight(ScatterChart spec, ScatterPoint point, PlotlyFrame frame) => new(
        new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["showlegend"] = false,
            ["x"] = PlotlyArrays.Along(spec.X, [point.X]),
            ["y"] = PlotlyArrays.Along(spec.Y, [point.Y]),
            ["hovertext"] = PlotlyArrays.Hovers([point.Hover]),
            ["hoverinfo"] = point.Hover is null ? "none" : "text",
            ["marker"] = new JsonObject { ["symbol"] = "circle-open", ["size"] = 20, ["color"] = frame.Strong, ["line"] = new JsonObject { ["width"] = 3, ["color"] = frame.Strong } },
        },
        [point.Key]);
}
