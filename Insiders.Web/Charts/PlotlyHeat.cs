using System.Text.Json.Nodes;

namespace Insiders.Web.Charts;

/// <summary>Grids in the words of Plotly.</summary>
internal static class PlotlyHeat
{
    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(HeatChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: false, left: 8);
        layout["xaxis"] = Labels(spec.ColumnTitle, frame);
        layout["yaxis"] = Labels(spec.RowTitle, frame);
        layout["xaxis"]!["side"] = "top";
        layout["yaxis"]!["autorange"] = "reversed";
        layout["margin"]!["t"] = 44;
        layout["margin"]!["b"] = 56;
        var scale = PlotlyScale.Over(spec.Scale, spec.Cells.Select(cell => cell.Value ?? double.NaN), frame);
        var json = new JsonObject
        {
            ["type"] = "heatmap",
            ["x"] = PlotlyArrays.Texts(spec.Columns),
            ["y"] = PlotlyArrays.Texts(spec.Rows),
            ["z"] = ByRow(spec, row => PlotlyArrays.Numbers(row.Select(cell => scale.Of(cell.Value ?? double.NaN)))),
            ["hovertext"] = ByRow(spec, row => PlotlyArrays.Texts(row.Select(cell => cell.Hover))),
            ["hoverinfo"] = "text",
            ["hoverongaps"] = false,
            ["xgap"] = 2,
            ["ygap"] = 2,
        };
        scale.Paint(json, "z");
        if (spec.ShowTexts)
        {
            json["text"] = ByRow(spec, row => PlotlyArrays.Texts(row.Select(cell => cell.Text)));
            json["texttemplate"] = "%{text}";
        }

        return new([new(json, [.. spec.Cells.Select(cell => cell.Key)])], layout, frame.Config());
    }

    private static JsonObject Labels(string title, PlotlyFrame frame)
    {
        var axis = frame.Axis(new ChartAxis(title));
        axis["type"] = "category";
        axis.Remove("tickformat");
        axis["showgrid"] = false;
        axis["zeroline"] = false;
        return axis;
    }

    private static JsonArray ByRow(HeatChart spec, Func<IEnumerable<HeatCell>, JsonArray> write) =>
        [.. Enumerable.Range(0, spec.Rows.Length).Select(row => write(spec.Cells.Skip(row * spec.Columns.Length).Take(spec.Columns.Length)))];
}
