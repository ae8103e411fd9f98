using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Distributions in the words of Plotly: the group as areas over the bins, the base as a stepped outline.</summary>
internal static class PlotlyHistogram
{
    // Up to so many things each has a tick; above, ticks are whole by themselves.
    private const int MostSingly = 8;

    /// <summary>Translates a chart. Both are drawn as steps, so that bins of a logarithmic axis have their true width.</summary>
    public static PlotlyFigure Of(HistogramChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Base is not null, right: PlotlyFrame.WideEnd);
        layout["xaxis"] = frame.Axis(spec.X);
        layout["yaxis"] = frame.Axis(spec.Y with { From = spec.Y.From ?? 0 });
        if (spec.Y.Ticks == TickStyle.Whole && spec.Group.Heights.DefaultIfEmpty().Max() <= MostSingly)
        {
            layout["yaxis"]!["dtick"] = 1;
        }

        layout["hovermode"] = "x";
        List<PlotlyTrace> traces = [Steps(spec, spec.Group, isFilled: true, frame)];
        if (spec.Base is { } everybody)
        {
            traces.Add(Steps(spec, everybody, isFilled: false, frame));
        }

        return new(traces, layout, frame.Config());
    }

    private static PlotlyTrace Steps(HistogramChart spec, HistogramSeries series, bool isFilled, PlotlyFrame frame)
    {
        var bins = Enumerable.Range(0, Math.Min(series.Heights.Length, Math.Max(0, spec.Edges.Length - 1))).ToArray();
        var json = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["name"] = PlotlyText.Name(series.Name),
            // Left and right edge of each bin: a flat step, and upright lines between two of them.
            ["x"] = PlotlyArrays.Numbers(bins.SelectMany(bin => new[] { spec.Edges[bin], spec.Edges[bin + 1] })),
            ["y"] = PlotlyArrays.Numbers(bins.SelectMany(bin => new[] { series.Heights[bin], series.Heights[bin] })),
            ["hovertext"] = PlotlyArrays.Hovers(bins.SelectMany(bin => new[] { series.Hovers[bin], series.Hovers[bin] })),
            ["hoverinfo"] = "text",
            ["line"] = new JsonObject { ["color"] = isFilled ? ChartColours.Edge(series.Colour, frame.IsDark) : ChartColours.Mark(series.Colour, frame.IsDark), ["width"] = isFilled ? 1 : 2, ["dash"] = isFilled ? "solid" : "dash" },
        };
        if (isFilled)
        {
            json["fill"] = "tozeroy";
            json["fillcolor"] = ChartColours.Veil(series.Colour, 0.65);
        }

        return new(json, []);
    }
}
