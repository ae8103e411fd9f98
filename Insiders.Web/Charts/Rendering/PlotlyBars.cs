using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Bars in the words of Plotly.</summary>
internal static class PlotlyBars
{
    // Names that are told where there are too many columns for all.
    private const int Few = 6;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(BarChart spec, PlotlyFrame frame)
    {
        var hasFewNames = spec.IsUpright && spec.BarCount > spec.MostNamed;
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length > 1, left: spec.IsUpright ? PlotlyFrame.Ticks : 8, right: hasFewNames ? PlotlyFrame.WideEnd : PlotlyFrame.ShortEnd);
        layout["barmode"] = "relative";
        layout["bargap"] = spec.IsUpright ? 0.25 : 0.36;
        var labels = frame.Axis(new ChartAxis(spec.IsUpright ? spec.LabelTitle : ""));
        labels["type"] = "category";
        labels.Remove("tickformat");
        if (hasFewNames)
        {
            labels["tickvals"] = PlotlyArrays.Texts(Named(spec.BarCount, Math.Min(Few, spec.MostNamed)).Select(at => spec.Series[0].Bars[at].Label));
        }

        var values = frame.Axis(spec.Values);
        if (!spec.IsUpright)
        {
            labels["autorange"] = "reversed";
            // What is too long is cut where it is read, not where it tells one bar from another.
            labels["tickvals"] = PlotlyArrays.Texts(spec.Series[0].Bars.Select(bar => bar.Label));
            labels["ticktext"] = new JsonArray([.. spec.Series[0].Bars.Select(bar => (JsonNode?)PlotlyText.Wrap(bar.Label))]);
            labels["tickfont"] = PlotlyFrame.Font(frame.Strong);
            // Room for the number beside the longest bar, on a telephone too.
            values["range"] ??= WithRoom(spec);
            values["nticks"] = 5;
        }

        layout[spec.IsUpright ? "xaxis" : "yaxis"] = labels;
        layout[spec.IsUpright ? "yaxis" : "xaxis"] = values;
        var traces = spec.Series.Select(series => Trace(spec, series, frame)).ToList();
        if (spec.Series.Length > 1 && spec.Series.Any(HasOddFirst))
        {
            traces.AddRange(spec.Series.Select((series, at) => LegendOf(series, at, traces[at].Json, frame)));
        }

        return new(traces, layout, frame.Config());
    }

    /// <summary>The first bar, the last one, and some between: as many as have room side by side where <paramref name="most"/> fill the axis.</summary>
    private static IEnumerable<int> Named(int bars, int most)
    {
        var names = Enumerable.Range(2, most - 1).Last(names => names == 2 || (bars - 1) / (names - 1) * names >= bars);
        return Enumerable.Range(0, names).Select(at => (int)Math.Round(at * (bars - 1d) / (names - 1)));
    }

    // The legend draws a series as its first bar: hatched or pale where that one is.
    private static bool HasOddFirst(BarSeries series) => series.Bars is [var first, ..] && (first.IsPartial || first.IsMuted || first.IsSelected);

    /// <summary>An entry of the legend in the series' own colour, without a bar, in place of the one that <paramref name="trace"/> would have.</summary>
    private static PlotlyTrace LegendOf(BarSeries series, int at, JsonObject trace, PlotlyFrame frame)
    {
        var group = at.ToString(System.Globalization.CultureInfo.InvariantCulture);
        trace["showlegend"] = false;
        trace["legendgroup"] = group;
        var marker = Marker(series with { Bars = [series.Bars[0] with { IsPartial = false, IsMuted = false, IsSelected = false }] }, isStacked: true, frame);
        return new(new JsonObject { ["type"] = "bar", ["name"] = PlotlyText.Name(series.Name), ["legendgroup"] = group, ["x"] = new JsonArray(PlotlyText.Encode(series.Bars[0].Label)), ["y"] = new JsonArray((JsonNode?)null), ["marker"] = marker }, [null]);
    }

    private static PlotlyTrace Trace(BarChart spec, BarSeries series, PlotlyFrame frame)
    {
        var along = PlotlyArrays.Texts(series.Bars.Select(bar => bar.Label));
        var lengths = PlotlyArrays.Numbers(series.Bars.Select(bar => bar.Value));
        var json = new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = spec.IsUpright ? "v" : "h",
            ["name"] = PlotlyText.Name(series.Name),
            ["x"] = spec.IsUpright ? along : lengths,
            ["y"] = spec.IsUpright ? lengths : along,
            ["hovertext"] = PlotlyArrays.Hovers(series.Bars.Select(bar => bar.Hover)),
            ["hoverinfo"] = "text",
            ["marker"] = Marker(series, isStacked: spec.Series.Length > 1, frame),
        };
        if (!spec.IsUpright && spec.Series.Length == 1)
        {
            json["text"] = PlotlyArrays.Texts(series.Bars.Select(bar => bar.Text));
            json["textposition"] = "outside";
            json["cliponaxis"] = false;
        }

        return new(json, [.. series.Bars.Select(bar => bar.Key)]);
    }

    private static JsonObject Marker(BarSeries series, bool isStacked, PlotlyFrame frame)
    {
        var marker = new JsonObject
        {
            // The legend shows the series' colour where all bars have it.
            ["color"] = series.Bars.All(bar => bar.Colour is null) ? series.Colour : PlotlyArrays.Words(series.Bars.Select(ColourOf)),
            ["opacity"] = series.Bars.Any(bar => bar.IsMuted) ? PlotlyArrays.Numbers(series.Bars.Select(bar => bar.IsMuted ? 0.35 : 1)) : 1,
            ["line"] = new JsonObject
            {
                ["width"] = PlotlyArrays.Numbers(series.Bars.Select(bar => bar.IsSelected ? 2d : 1d)),
                ["color"] = PlotlyArrays.Words(series.Bars.Select(bar => bar.IsSelected ? frame.Strong : ChartColours.Edge(ColourOf(bar), frame.IsDark))),
            },
        };
        if (series.Bars.Any(bar => TextureOf(bar).Length > 0))
        {
            // Of a bar that is not whole only the hatching has its colour; a whole one has marks upon it.
            marker["pattern"] = new JsonObject
            {
                ["shape"] = PlotlyArrays.Words(series.Bars.Select(TextureOf)),
                ["fgcolor"] = PlotlyArrays.Words(series.Bars.Select(bar => bar.IsPartial ? ColourOf(bar) : frame.Ground)),
                ["bgcolor"] = PlotlyArrays.Words(series.Bars.Select(bar => bar.IsPartial ? "rgba(0,0,0,0)" : ColourOf(bar))),
                ["size"] = 6,
                ["solidity"] = 0.35,
            };
        }

        return marker;

        string ColourOf(BarItem bar) => bar.Colour ?? series.Colour;

        // Bars of one series bear their names: they need no texture to be told apart.
        string TextureOf(BarItem bar) => ChartSymbols.TextureOf(isStacked ? ColourOf(bar) : ChartColours.Base, bar.IsPartial);
    }

    private static JsonArray WithRoom(BarChart spec)
    {
        var sums = Enumerable.Range(0, spec.BarCount).SelectMany(at => new[]
        {
            spec.Series.Where(series => at < series.Bars.Length).Sum(series => Math.Max(0, series.Bars[at].Value)),
            spec.Series.Where(series => at < series.Bars.Length).Sum(series => Math.Min(0, series.Bars[at].Value)),
        }).ToArray();
        var (low, high) = (sums.DefaultIfEmpty().Min(), sums.DefaultIfEmpty(1).Max());
        var room = 0.42 * (high - low);
        return room > 0 ? [JsonValue.Create(low < 0 ? low - room : 0), JsonValue.Create(high > 0 ? high + room : 0)] : [JsonValue.Create(0), JsonValue.Create(1)];
    }
}
