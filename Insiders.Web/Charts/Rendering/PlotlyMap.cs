using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Charts.World;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Maps in the words of Plotly: lines filled to themselves over one path of land, so that the small library draws them.</summary>
internal static class PlotlyMap
{
    private const double LargestBubble = 46;
    private const double SmallestBubble = 7;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(MapChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: false, left: 0);
        layout.Remove("height");
        layout["margin"] = new JsonObject { ["t"] = 0, ["r"] = 0, ["b"] = MapChart.KeyHeight, ["l"] = 0 };
        layout["dragmode"] = "pan";
        // A bubble tells only what lies under the pointer: around it are countries.
        layout["hoverdistance"] = 2;
        var view = spec.View ?? new PlaneBox(WorldAtlas.LowerLeft, WorldAtlas.UpperRight);
        layout["uirevision"] = $"{spec.FileName}/{spec.ViewName}";
        layout["xaxis"] = Side(view.LowerLeft.X, view.UpperRight.X);
        layout["yaxis"] = Side(view.LowerLeft.Y, view.UpperRight.Y);
        layout["yaxis"]!["scaleanchor"] = "x";
        layout["shapes"] = new JsonArray(new JsonObject
        {
            ["type"] = "path",
            ["layer"] = "below",
            ["path"] = WorldAtlas.Land,
            ["fillcolor"] = ChartColours.Land(frame.IsDark),
            ["line"] = new JsonObject { ["color"] = frame.Line, ["width"] = 0.5 },
        });
        var scale = PlotlyScale.Over(spec.Scale, spec.Places.Select(place => place.Value), frame, ChartColours.OnLand(frame.IsDark));
        var outlines = spec.Places.Select(place => (Place: place, Outline: spec.AsBubbles || place.Iso3 is null ? null : WorldAtlas.Find(place.Iso3))).ToArray();
        var bubbles = outlines.Where(pair => pair.Outline is null && double.IsFinite(pair.Place.Latitude) && double.IsFinite(pair.Place.Longitude)).Select(pair => pair.Place).ToArray();
        // What is chosen comes last: its edge lies over its neighbours'.
        var filled = outlines.Where(pair => pair.Outline is not null).OrderBy(pair => pair.Place.IsSelected);
        return new([.. filled.Select(pair => Filled(pair.Place, pair.Outline!, scale, frame)), Bubbles(spec, bubbles, scale, frame)], layout, frame.ZoomConfig(layout));
    }

    private static JsonObject Side(double from, double to) => new() { ["range"] = new JsonArray(Math.Floor(from), Math.Ceiling(to)), ["visible"] = false };

    private static PlotlyTrace Filled(MapPlace place, CountryOutline outline, PlotlyScale scale, PlotlyFrame frame)
    {
        // A gap between rings lifts the pen.
        var points = outline.Rings.SelectMany(ring => ring.Append(ring[0]).Cast<PlanePoint?>().Append(null)).SkipLast(1).ToArray();
        return new(
            new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["x"] = PlotlyArrays.Numbers(points.Select(point => Math.Round(point?.X ?? double.NaN))),
                ["y"] = PlotlyArrays.Numbers(points.Select(point => Math.Round(point?.Y ?? double.NaN))),
                ["fill"] = "toself",
                ["fillcolor"] = scale.ColourOf(place.Value),
                ["hoveron"] = "fills",
                ["text"] = PlotlyText.Lines(place.Hover),
                ["hoverinfo"] = "text",
                ["line"] = new JsonObject { ["color"] = EdgeOf(place, frame), ["width"] = WidthOf(place) },
            },
            [place.Key]);
    }

    private static PlotlyTrace Bubbles(MapChart spec, MapPlace[] places, PlotlyScale scale, PlotlyFrame frame)
    {
        var largest = Math.Max(double.Epsilon, spec.Places.Select(place => place.Value).Where(double.IsFinite).DefaultIfEmpty(1).Max());
        var marker = new JsonObject
        {
            ["color"] = PlotlyArrays.Numbers(places.Select(place => scale.Of(place.Value))),
            // The area is the value; the smallest can still be hit.
            ["size"] = PlotlyArrays.Numbers(places.Select(place => spec.AsBubbles ? Math.Max(SmallestBubble, Math.Round(LargestBubble * Math.Sqrt(Math.Max(0, place.Value) / largest), 1)) : 12)),
            ["opacity"] = 0.85,
            ["line"] = new JsonObject { ["width"] = PlotlyArrays.Numbers(places.Select(WidthOf)), ["color"] = PlotlyArrays.Words(places.Select(place => EdgeOf(place, frame))) },
        };
        scale.Paint(marker, "c");
        var centres = places.Select(place => NaturalEarth.Project(new(place.Latitude, place.Longitude))).ToArray();
        return new(
            new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "markers",
                ["x"] = Present(centres.Select(centre => Math.Round(centre.X, 1))),
                ["y"] = Present(centres.Select(centre => Math.Round(centre.Y, 1))),
                ["hovertext"] = PlotlyArrays.Hovers(places.Select(place => place.Hover)),
                ["hoverinfo"] = "text",
                ["marker"] = marker,
            },
            [.. places.Select(place => place.Key)]);
    }

    // The colour bar stands beside points only: where there are none, one without a place carries it.
    private static JsonArray Present(IEnumerable<double> values) => PlotlyArrays.Numbers(values.DefaultIfEmpty(double.NaN));

    private static double WidthOf(MapPlace place) => place.IsSelected ? 2.5 : 0.75;

    private static string EdgeOf(MapPlace place, PlotlyFrame frame) => place.IsSelected ? frame.Strong : frame.Quiet;
}
