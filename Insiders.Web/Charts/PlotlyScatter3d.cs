using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Insiders.Web.Charts;

/// <summary>Points in space in the words of Plotly.</summary>
internal static class PlotlyScatter3d
{
    // Space knows fewer shapes than a plane.
    private static readonly ImmutableArray<string> s_symbols = ["circle", "square", "diamond", "cross", "x", "circle-open", "square-open", "diamond-open"];

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(ScatterChart3d spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Groups.Length > 1, left: 0);
        layout["dragmode"] = "orbit";
        layout["scene"] = new JsonObject { ["xaxis"] = Axis(spec.X, frame), ["yaxis"] = Axis(spec.Y, frame), ["zaxis"] = Axis(spec.Z, frame) };
        var scale = spec.Scale is { } colours ? PlotlyScale.Over(colours, spec.Groups.SelectMany(group => group.Points).Select(point => point.Value), frame) : null;
        return new([.. spec.Groups.Select((group, at) => Points(spec, group, at, scale))], layout, frame.Config());
    }

    private static PlotlyTrace Points(ScatterChart3d spec, ScatterGroup group, int at, PlotlyScale? scale)
    {
        var marker = new JsonObject { ["size"] = spec.PointSize, ["opacity"] = 0.85, ["symbol"] = s_symbols.Contains(group.Symbol) ? group.Symbol : s_symbols[at % s_symbols.Length] };
        if (scale is null)
        {
            marker["color"] = group.Colour;
        }
        else
        {
            marker["color"] = PlotlyArrays.Packed(group.Points.Select(point => scale.Of(point.Value)));
            scale.Paint(marker, "c");
            marker["showscale"] = at == 0;
        }

        var json = new JsonObject
        {
            ["type"] = "scatter3d",
            ["mode"] = "markers",
            ["name"] = PlotlyText.Encode(group.Name),
            ["x"] = PlotlyArrays.Packed(group.Points.Select(point => point.X)),
            ["y"] = PlotlyArrays.Packed(group.Points.Select(point => point.Y)),
            ["z"] = PlotlyArrays.Packed(group.Points.Select(point => point.Z)),
            ["hoverinfo"] = "none",
            ["marker"] = marker,
        };
        return new(json, group.Points.Select(point => point.Key).ToImmutableArray());
    }

    private static JsonObject Axis(ChartAxis axis, PlotlyFrame frame)
    {
        var json = frame.Axis(axis);
        json.Remove("automargin");
        json.Remove("fixedrange");
        json["title"]!.AsObject().Remove("standoff");
        json["showspikes"] = false;
        return json;
    }
}
