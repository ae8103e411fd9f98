using System.Text.Json.Nodes;

namespace Insiders.Web.Charts;

/// <summary>Maps in the words of Plotly, over our own copy of the world's outlines.</summary>
internal static class PlotlyMap
{
    private const double LargestBubble = 46;
    private const double SmallestBubble = 7;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(MapChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: false, left: 0);
        layout["margin"] = new JsonObject { ["t"] = 0, ["r"] = 0, ["b"] = 56, ["l"] = 0 };
        layout["dragmode"] = "pan";
        layout["geo"] = new JsonObject
        {
            ["resolution"] = 50,
            ["projection"] = new JsonObject { ["type"] = "natural earth" },
            ["lataxis"] = new JsonObject { ["range"] = new JsonArray(-57, 80) },
            ["bgcolor"] = "rgba(0,0,0,0)",
            ["showland"] = true,
            ["landcolor"] = frame.IsDark ? "#232e35" : "#eceff0",
            ["showcountries"] = true,
            ["countrycolor"] = frame.Line,
            ["coastlinecolor"] = frame.Line,
            ["countrywidth"] = 0.5,
            ["coastlinewidth"] = 0.5,
            ["showframe"] = false,
            ["showlakes"] = false,
        };
        var scale = PlotlyScale.Over(spec.Scale, spec.Places.Select(place => place.Value), frame);
        var filled = spec.AsBubbles ? [] : spec.Places.Where(place => place.Iso3 is not null).ToArray();
        var bubbles = spec.Places.Where(place => (spec.AsBubbles || place.Iso3 is null) && double.IsFinite(place.Latitude) && double.IsFinite(place.Longitude)).ToArray();
        List<PlotlyTrace> traces = [];
        if (filled.Length > 0)
        {
            traces.Add(Filled(filled, scale, frame));
        }

        if (bubbles.Length > 0)
        {
            traces.Add(Bubbles(spec, bubbles, scale, ownBar: filled.Length == 0, frame));
        }

        var config = frame.Config();
        config["scrollZoom"] = false;
        return new(traces, layout, config);
    }

    private static PlotlyTrace Filled(MapPlace[] places, PlotlyScale scale, PlotlyFrame frame)
    {
        var json = new JsonObject
        {
            ["type"] = "choropleth",
            ["locationmode"] = "ISO-3",
            ["locations"] = PlotlyArrays.Words(places.Select(place => place.Iso3!)),
            ["z"] = PlotlyArrays.Numbers(places.Select(place => scale.Of(place.Value))),
            ["text"] = PlotlyArrays.Texts(places.Select(place => place.Hover)),
            ["hoverinfo"] = "text",
            ["marker"] = new JsonObject { ["line"] = Edges(places, frame) },
        };
        scale.Paint(json, "z");
        return new(json, [.. places.Select(place => place.Key)]);
    }

    private static PlotlyTrace Bubbles(MapChart spec, MapPlace[] places, PlotlyScale scale, bool ownBar, PlotlyFrame frame)
    {
        var largest = Math.Max(double.Epsilon, spec.Places.Select(place => place.Value).Where(double.IsFinite).DefaultIfEmpty(1).Max());
        var marker = new JsonObject
        {
            ["color"] = PlotlyArrays.Numbers(places.Select(place => scale.Of(place.Value))),
            // The area is the value; the smallest can still be hit.
            ["size"] = PlotlyArrays.Numbers(places.Select(place => spec.AsBubbles ? Math.Max(SmallestBubble, Math.Round(LargestBubble * Math.Sqrt(Math.Max(0, place.Value) / largest), 1)) : 12)),
            ["opacity"] = 0.85,
            ["line"] = Edges(places, frame),
        };
        scale.Paint(marker, "c");
        marker["showscale"] = ownBar;
        var json = new JsonObject
        {
            ["type"] = "scattergeo",
            ["mode"] = "markers",
            ["lat"] = PlotlyArrays.Numbers(places.Select(place => place.Latitude)),
            ["lon"] = PlotlyArrays.Numbers(places.Select(place => place.Longitude)),
            ["text"] = PlotlyArrays.Texts(places.Select(place => place.Hover)),
            ["hoverinfo"] = "text",
            ["marker"] = marker,
        };
        return new(json, [.. places.Select(place => place.Key)]);
    }

    private static JsonObject Edges(MapPlace[] places, PlotlyFrame frame) => new()
    {
        ["width"] = PlotlyArrays.Numbers(places.Select(place => place.IsSelected ? 2.5 : 0.75)),
        ["color"] = PlotlyArrays.Words(places.Select(place => place.IsSelected ? frame.Strong : frame.Quiet)),
    };
}
