using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Insiders.Web.Charts;

/// <summary>Points in the words of Plotly.</summary>
internal static class PlotlyScatter
{
    private const int MostWithHover = 5_000;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(ScatterChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Groups.Length > 1);
        layout["dragmode"] = spec.CanSelect ? "lasso" : "pan";
        layout["xaxis"] = frame.Axis(spec.X, canZoom: true);
        layout["yaxis"] = frame.Axis(spec.Y, canZoom: true);
        if (spec.HasEqualAxes)
        {
            layout["yaxis"]!["scaleanchor"] = "x";
        }

        var scale = spec.Scale is { } colours ? PlotlyScale.Over(colours, spec.Groups.SelectMany(group => group.Points).Select(point => point.Value), frame) : null;
        if (scale is not null)
        {
            layout["margin"]!["b"] = 96;
        }

        List<PlotlyTrace> traces = [];
        var first = 0;
        foreach (var group in spec.Groups)
        {
            traces.Add(spec.UseWebGl ? PlotlyCloud.StandIn(spec, group, first, scale, isFirst: traces.Count == 0) : Points(spec, group, first, scale, isFirst: traces.Count == 0, frame));
            first += group.Points.Length;
        }

        if (spec.HighlightedKey is { } key && spec.Groups.SelectMany(group => group.Points).Where(point => point.Key == key).Cast<ScatterPoint?>().FirstOrDefault() is { } found)
        {
            traces.Add(Highlight(spec, found, frame));
        }

        var config = frame.Config();
        config["scrollZoom"] = true;
        config["displayModeBar"] = true;
        config["modeBarButtons"] = new JsonArray(PlotlyArrays.Words(spec.CanSelect ? ["lasso2d", "select2d", "pan2d"] : ["pan2d"]), PlotlyArrays.Words(["zoomIn2d", "zoomOut2d", "resetScale2d"]));
        layout["modebar"] = new JsonObject { ["bgcolor"] = "rgba(0,0,0,0)", ["color"] = frame.Quiet, ["activecolor"] = frame.Strong };
        layout["margin"]!["t"] = Math.Max(36, (int)layout["margin"]!["t"]!);
        if (!spec.UseWebGl)
        {
            return new(traces, layout, config);
        }

        PlotlyCloud.SetRanges(layout, spec);
        return new(traces, layout, config) { Points = PlotlyCloud.Groups(spec, scale) };
    }

    private static PlotlyTrace Points(ScatterChart spec, ScatterGroup group, int first, PlotlyScale? scale, bool isFirst, PlotlyFrame frame)
    {
        var json = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = PlotlyText.Encode(group.Name),
            ["x"] = PlotlyArrays.Along(spec.X, group.Points.Select(point => point.X)),
            ["y"] = PlotlyArrays.Along(spec.Y, group.Points.Select(point => point.Y)),
            ["marker"] = Marker(spec, group, scale, isFirst, frame),
        };
        if (group.Points.Length > MostWithHover)
        {
            // What a pointer reads is asked for: hundreds of thousands of sentences would have to travel for one that is read.
            json["hoverinfo"] = "none";
        }
        else
        {
            json["hovertext"] = PlotlyArrays.Texts(group.Points.Select(point => point.Hover));
            json["hoverinfo"] = "text";
        }

        if (spec.CanSelect)
        {
            json["selected"] = new JsonObject { ["marker"] = new JsonObject { ["opacity"] = 1 } };
            json["unselected"] = new JsonObject { ["marker"] = new JsonObject { ["opacity"] = 0.15 } };
        }

        return new(json, group.Points.Select(point => point.Key).ToImmutableArray(), first);
    }

    private static JsonObject Marker(ScatterChart spec, ScatterGroup group, PlotlyScale? scale, bool isFirst, PlotlyFrame frame)
    {
        var marker = new JsonObject
        {
            ["symbol"] = group.Symbol,
            ["size"] = group.Points.Any(point => point.Size > 0) ? PlotlyArrays.Numbers(group.Points.Select(point => point.Size > 0 ? point.Size : spec.PointSize)) : spec.PointSize,
            ["opacity"] = 0.85,
            ["line"] = new JsonObject { ["width"] = 1, ["color"] = ChartColours.Edge(group.Colour, frame.IsDark) },
        };
        if (scale is null)
        {
            marker["color"] = group.Colour;
            return marker;
        }

        marker["color"] = PlotlyArrays.Numbers(group.Points.Select(point => scale.Of(point.Value)));
        scale.Paint(marker, "c");
        marker["showscale"] = isFirst;
        return marker;
    }

    private static PlotlyTrace Highlight(ScatterChart spec, ScatterPoint point, PlotlyFrame frame) => new(
        new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["showlegend"] = false,
            ["x"] = PlotlyArrays.Along(spec.X, [point.X]),
            ["y"] = PlotlyArrays.Along(spec.Y, [point.Y]),
            ["hovertext"] = PlotlyArrays.Texts([point.Hover]),
            ["hoverinfo"] = point.Hover is null ? "none" : "text",
            ["marker"] = new JsonObject { ["symbol"] = "circle-open", ["size"] = 20, ["color"] = frame.Strong, ["line"] = new JsonObject { ["width"] = 3, ["color"] = frame.Strong } },
        },
        [point.Key]);
}
