using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Radars in the words of Plotly: lines over a plane whose rings and rays are drawn by hand, so that the small library is enough.</summary>
internal static class PlotlyRadar
{
    // Of the way to the rim: where names of axes stand, and where the plane ends.
    private const double Names = 1.1;
    private const double Edge = 1.32;

    // To the left and right a telephone needs room for a word beside the rim; the margins hold a part of it.
    private const double SideEdge = 1.5;

    // Letters of an axis' name in one line.
    private const int LongestName = 10;

    /// <summary>Translates a chart. A line returns to its first axis, so every series has one point more than axes.</summary>
    public static PlotlyFigure Of(RadarChart spec, PlotlyFrame frame)
    {
        var rings = RadarRings.Over(spec.Series.SelectMany(series => series.Values), spec.Radius.Scale == AxisScale.Log);
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length > 1, left: 16);
        layout["xaxis"] = Plane(-SideEdge, SideEdge);
        layout["margin"]!["b"] = 8;
        var rays = Enumerable.Range(0, spec.Axes.Length).Select(at => Place(spec, at, 1)).ToArray();
        // With an odd number of axes none points straight down: what no name needs there makes the rest larger. What a narrow card leaves over
        // is all below, not half of it between the names of the series and the drawing.
        layout["yaxis"] = Plane((rays.Min(ray => ray.Y) * Names) - (Edge - Names), Edge);
        layout["yaxis"]!["scaleanchor"] = "x";
        layout["yaxis"]!["constrain"] = "domain";
        layout["yaxis"]!["constraintoward"] = "top";
        // Between two axes, where no point lies.
        var scale = Direction(0.5 / spec.Axes.Length);
        layout["shapes"] = new JsonArray(
        [
            .. rings.Ticks.Select(rings.PlaceOf).Where(place => place > 0).Select(place => (JsonNode)Shape("circle", -place, -place, place, place, place < 1 ? frame.Grid : frame.Line)),
            .. rays.Select(end => (JsonNode)Shape("line", 0, 0, end.X, end.Y, frame.Grid)),
        ]);
        layout["annotations"] = new JsonArray(
        [
            .. rays.Select((end, at) => (JsonNode)Text(end.X * Names, end.Y * Names, PlotlyText.Wrap(spec.Axes[at], LongestName), Side(end.X), Side(end.Y) switch { "right" => "top", "left" => "bottom", _ => "middle" }, frame.Strong)),
            .. rings.Ticks.Select(tick => (JsonNode)Mark(scale.X * rings.PlaceOf(tick), scale.Y * rings.PlaceOf(tick), tick.ToString("0.####", frame.Culture), frame)),
        ]);
        return new([.. spec.Series.Select(series => Line(spec, series, rings, ChartColours.Mark(series.Colour, frame.IsDark)))], layout, frame.Config());
    }

    /// <summary>Where a way from the centre along an axis ends: the first axis points upwards, the others follow clockwise.</summary>
    private static (double X, double Y) Place(RadarChart spec, int axis, double way)
    {
        var (x, y) = Direction((double)axis / spec.Axes.Length);
        return (way * x, way * y);
    }

    private static (double X, double Y) Direction(double turn) => Math.SinCos(2 * Math.PI * turn);

    private static JsonObject Plane(double from, double to) => new() { ["range"] = new JsonArray(from, to), ["visible"] = false, ["fixedrange"] = true };

    private static string Side(double at) => at switch { > 0.05 => "left", < -0.05 => "right", _ => "center" };

    private static JsonObject Shape(string kind, double x0, double y0, double x1, double y1, string colour) => new JsonObject
    {
        ["type"] = kind,
        ["layer"] = "below",
        ["x0"] = x0,
        ["y0"] = y0,
        ["x1"] = x1,
        ["y1"] = y1,
        ["line"] = new JsonObject { ["color"] = colour, ["width"] = 1 },
    };

    private static JsonObject Text(double x, double y, string text, string xAnchor, string yAnchor, string colour) => new JsonObject
    {
        ["x"] = x,
        ["y"] = y,
        ["text"] = text,
        ["xanchor"] = xAnchor,
        ["yanchor"] = yAnchor,
        ["align"] = xAnchor,
        ["showarrow"] = false,
        ["font"] = PlotlyFrame.Font(colour),
    };

    // What a ring stands for, on ground of its own: lines pass below it.
    private static JsonObject Mark(double x, double y, string text, PlotlyFrame frame)
    {
        var mark = Text(x, y, PlotlyText.Encode(text), "center", "middle", frame.Quiet);
        mark["bgcolor"] = frame.Ground;
        mark["borderpad"] = 1;
        mark["opacity"] = 0.9;
        return mark;
    }

    private static PlotlyTrace Line(RadarChart spec, RadarSeries series, RadarRings rings, string colour)
    {
        var round = Enumerable.Range(0, spec.Axes.Length + 1).Select(at => at % spec.Axes.Length).ToArray();
        var places = round.Select(at => Place(spec, at, rings.PlaceOf(series.Values[at]))).ToArray();
        return new(
            new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines+markers",
                ["name"] = PlotlyText.Name(series.Name),
                ["x"] = PlotlyArrays.Numbers(places.Select(place => place.X)),
                ["y"] = PlotlyArrays.Numbers(places.Select(place => place.Y)),
                ["hovertext"] = PlotlyArrays.Hovers(round.Select(at => series.Hovers[at])),
                ["hoverinfo"] = "text",
                ["hoveron"] = "points",
                ["fill"] = "toself",
                ["fillcolor"] = ChartColours.Veil(series.Colour, 0.08),
                ["line"] = new JsonObject { ["color"] = colour, ["width"] = 2, ["dash"] = series.IsDashed ? "dash" : "solid" },
                ["marker"] = new JsonObject { ["color"] = colour, ["size"] = series.IsDashed ? 4 : 7, ["symbol"] = series.Symbol },
            },
            [.. round.Select(_ => series.Key)]);
    }
}
