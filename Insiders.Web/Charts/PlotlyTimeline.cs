using System.Text.Json.Nodes;

namespace Insiders.Web.Charts;

/// <summary>Timelines in the words of Plotly: a mark per event, and a thin stem from zero.</summary>
internal static class PlotlyTimeline
{
    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(TimelineChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length > 1, left: 80);
        layout["dragmode"] = "zoom";
        layout["xaxis"] = frame.Axis(new ChartAxis(spec.DayTitle) { Scale = AxisScale.Date }, canZoom: true);
        layout["yaxis"] = frame.Axis(spec.Y);
        if (spec.HasRangeSlider)
        {
            layout["margin"]!["b"] = 48; // comes on top of the slider's own height
            layout["xaxis"]!["rangeslider"] = new JsonObject { ["visible"] = true, ["thickness"] = 0.12, ["bordercolor"] = frame.Line, ["borderwidth"] = 1 };
        }

        return new([.. spec.Series.SelectMany(series => series.HasStems ? [Stems(series), Marks(series, frame)] : new[] { Marks(series, frame) })], layout, frame.Config());
    }

    private static PlotlyTrace Marks(TimelineSeries series, PlotlyFrame frame) => new(
        new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = PlotlyText.Encode(series.Name),
            ["legendgroup"] = PlotlyText.Encode(series.Name),
            ["x"] = new JsonArray([.. series.Events.Select(happened => (JsonNode?)PlotlyArrays.Day(happened.Day.DayNumber))]),
            ["y"] = PlotlyArrays.Numbers(series.Events.Select(happened => happened.Value)),
            ["hovertext"] = PlotlyArrays.Hovers(series.Events.Select(happened => happened.Hover)),
            ["hoverinfo"] = "text",
            ["marker"] = new JsonObject
            {
                ["color"] = series.Colour,
                ["symbol"] = series.Symbol,
                ["size"] = 9,
                ["line"] = new JsonObject { ["width"] = 1, ["color"] = ChartColours.Edge(series.Colour, frame.IsDark) },
            },
        },
        [.. series.Events.Select(happened => happened.Key)]);

    private static PlotlyTrace Stems(TimelineSeries series) => new(
        new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["legendgroup"] = PlotlyText.Encode(series.Name),
            ["showlegend"] = false,
            // Up from zero, and a gap before the next.
            ["x"] = new JsonArray([.. series.Events.SelectMany(happened => new JsonNode?[] { PlotlyArrays.Day(happened.Day.DayNumber), PlotlyArrays.Day(happened.Day.DayNumber), null })]),
            ["y"] = PlotlyArrays.Numbers(series.Events.SelectMany(happened => new[] { 0, happened.Value, double.NaN })),
            ["hoverinfo"] = "skip",
            ["line"] = new JsonObject { ["color"] = ChartColours.Veil(series.Colour, 0.55), ["width"] = 2 },
        },
        []);
}
