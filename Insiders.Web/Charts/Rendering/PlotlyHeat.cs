using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Grids in the words of Plotly: every cell is a bar of height one that stands on the row above it, so that the small library draws it.</summary>
internal static class PlotlyHeat
{
    private const double Gap = 0.06;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(HeatChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: false, left: 8);
        layout["xaxis"] = Labels(spec.ColumnTitle, [.. spec.Columns], frame);
        layout["yaxis"] = Labels(spec.RowTitle, [.. spec.Rows], frame);
        layout["xaxis"]!["side"] = "top";
        layout["yaxis"]!["range"] = new JsonArray(spec.Rows.Length - 0.5, -0.5);
        layout["margin"]!["t"] = 44;
        layout["margin"]!["b"] = 56;
        var cells = spec.Cells.Select((cell, at) => (Cell: cell, Row: at / spec.Columns.Length, Column: at % spec.Columns.Length)).Where(place => place.Cell.Value is not null).ToArray();
        var scale = PlotlyScale.Over(spec.Scale, cells.Select(place => place.Cell.Value!.Value), frame);
        var marker = new JsonObject { ["color"] = PlotlyArrays.Numbers(cells.Select(place => scale.Of(place.Cell.Value!.Value))), ["line"] = new JsonObject { ["width"] = 0 } };
        scale.Paint(marker, "c");
        var json = new JsonObject
        {
            ["type"] = "bar",
            ["x"] = PlotlyArrays.Numbers(cells.Select(place => (double)place.Column)),
            ["y"] = PlotlyArrays.Numbers(cells.Select(_ => 1 - Gap)),
            ["base"] = PlotlyArrays.Numbers(cells.Select(place => place.Row - 0.5 + (Gap / 2))),
            ["width"] = 1 - Gap,
            ["hovertext"] = PlotlyArrays.Hovers(cells.Select(place => place.Cell.Hover)),
            ["hoverinfo"] = "text",
            ["marker"] = marker,
        };
        if (spec.ShowTexts)
        {
            json["text"] = PlotlyArrays.Texts(cells.Select(place => place.Cell.Text));
            json["textposition"] = "inside";
            json["insidetextanchor"] = "middle";
            json["textangle"] = 0;
        }

        return new([new(json, [.. cells.Select(place => place.Cell.Key)])], layout, frame.Config());
    }

    private static JsonObject Labels(string title, string[] names, PlotlyFrame frame)
    {
        var axis = frame.Axis(new ChartAxis(title));
        axis.Remove("tickformat");
        axis["tickvals"] = PlotlyArrays.Numbers(names.Select((_, at) => (double)at));
        axis["ticktext"] = PlotlyArrays.Texts(names);
        axis["range"] = new JsonArray(-0.5, names.Length - 0.5);
        axis["showgrid"] = false;
        axis["zeroline"] = false;
        return axis;
    }
}
