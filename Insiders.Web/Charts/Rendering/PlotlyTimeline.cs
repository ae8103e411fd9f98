using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Timelines in the words of Plotly: a mark per event, and a thin stem from zero.</summary>
internal static class PlotlyTimeline
{
    // Pixels: the strip, what days in two lines, the strip and the axis' name take below the drawing, and what a line of the legend, or the name of the last day, takes above.
    private const double Strip = 32;

    // Part of the whole time.
    private const double Beyond = 0.02;
    private const int Below = 130, Legend = 44, Name = 24;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(TimelineChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length > 1, left: LeftOf(spec), right: PlotlyFrame.WideEnd);
        layout["dragmode"] = "zoom";
        layout["xaxis"] = frame.Axis(new ChartAxis(spec.DayTitle) { Scale = AxisScale.Date }, canZoom: true);
        layout["yaxis"] = frame.Axis(spec.Y);
        if (spec.HasRangeSlider)
        {
            // A strip always widens its margin while it is drawn, whatever room it was given, and then all is drawn once more.
            var margin = layout["margin"]!;
            margin["autoexpand"] = false;
            margin["b"] = Below;
            margin["t"] = spec.Series.Length > 1 ? Legend : spec.Until is null ? (int)margin["t"]! : Name;
            layout["xaxis"]!["rangeslider"] = new JsonObject { ["visible"] = true, ["thickness"] = Strip / (spec.Height - Below - (int)margin["t"]!), ["bordercolor"] = frame.Line, ["borderwidth"] = 1 };
        }

        if (spec is { Until: { } until, HasData: true })
        {
            RunUntil(until, spec, layout, frame);
        }

        return new([.. spec.Series.SelectMany(series => series.HasStems ? [Stems(series), Marks(series, frame)] : new[] { Marks(series, frame) })], layout, frame.Config());
    }

    // Silence shows only where the line goes on: a little beyond the last day, so that its mark and an event on it are whole.
    private static void RunUntil(DateOnly until, TimelineChart spec, JsonObject layout, PlotlyFrame frame)
    {
        var first = spec.Series.SelectMany(series => series.Events).Min(happened => happened.Day.DayNumber);
        var beyond = Math.Max(3, (until.DayNumber - first) * Beyond);
        JsonArray Range() => [PlotlyArrays.Day(first - beyond), PlotlyArrays.Day(until.DayNumber + beyond)];
        layout["xaxis"]!["range"] = Range();
        if (layout["xaxis"]!["rangeslider"] is { } strip)
        {
            strip["range"] = Range();
        }

        layout["shapes"] = new JsonArray(new JsonObject
        {
            ["type"] = "line",
            ["x0"] = PlotlyArrays.Day(until.DayNumber),
            ["x1"] = PlotlyArrays.Day(until.DayNumber),
            ["yref"] = "paper",
            ["y0"] = 0,
            ["y1"] = 1,
            ["line"] = new JsonObject { ["color"] = frame.Quiet, ["width"] = 1, ["dash"] = "dot" },
        });
        layout["annotations"] = new JsonArray(new JsonObject
        {
            ["text"] = PlotlyText.Encode(spec.UntilName),
            ["x"] = PlotlyArrays.Day(until.DayNumber),
            ["xanchor"] = "right",
            ["yref"] = "paper",
            ["y"] = 1,
            ["yanchor"] = "top",
            ["textangle"] = -90, // along the line: above it is the legend
            ["showarrow"] = false,
            ["font"] = PlotlyFrame.Font(frame.Quiet),
        });
    }

    // The axis' name, and as many digits and marks as the largest number has: the mark below it may be as long as the next power of ten.
    private static int LeftOf(TimelineChart spec)
    {
        if (spec.Y.Ticks == TickStyle.Money)
        {
            return PlotlyFrame.Ticks + (8 * Currency.Prefix.Length);
        }

        var values = spec.Series.SelectMany(series => series.Events).Select(happened => happened.Value).DefaultIfEmpty().ToArray();
        var longest = Math.Max(values.Max(), -values.Min()) * 1.1;
        return 42 + (8 * (longest.ToString("N0", CultureInfo.InvariantCulture).Length + (values.Min() < 0 ? 1 : 0)));
    }

    private static PlotlyTrace Marks(TimelineSeries series, PlotlyFrame frame) => new(
        new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = PlotlyText.Name(series.Name),
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
