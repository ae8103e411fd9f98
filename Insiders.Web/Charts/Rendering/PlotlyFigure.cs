using System.Globalization;
using Insiders.Web.Charts.Spec;
using Plotly.Blazor;

namespace Insiders.Web.Charts.Rendering;

/// <summary>A chart in the typed classes of Plotly.Blazor, with the theme's colours, the language's number and date formats, and names encoded so that they cannot be markup.</summary>
/// <param name="Traces">The traces to draw.</param>
/// <param name="Layout">Axes, legend and margins.</param>
/// <param name="Config">The chart's behaviour.</param>
public sealed record PlotlyFigure(IReadOnlyList<PlotlyTrace> Traces, Layout Layout, Config Config)
{
    /// <summary>The library that draws it: the small one unless it lacks the kind of a trace.</summary>
    public PlotlyLibrary Library => Traces.All(trace => trace.Trace.Type is TraceTypeEnum.Bar or TraceTypeEnum.Scatter or TraceTypeEnum.Pie) ? PlotlyLibrary.Basic : PlotlyLibrary.Full;

    /// <summary>Translates a chart.</summary>
    /// <param name="spec">The chart.</param>
    /// <param name="dark">The theme.</param>
    /// <param name="culture">Culture of the number and date formats.</param>
    /// <exception cref="ArgumentException">No translator exists for this kind of chart.</exception>
    public static PlotlyFigure Of(ChartSpec spec, bool dark, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(culture);
        var frame = new PlotlyFrame(dark, culture);
        return spec switch
        {
            BarChart bars => PlotlyBars.Of(bars, frame),
            LineChart lines => PlotlyLines.Of(lines, frame),
            ScatterChart points => PlotlyScatter.Of(points, frame),
            HistogramChart histogram => PlotlyHistogram.Of(histogram, frame),
            HeatChart heat => PlotlyHeat.Of(heat, frame),
            ParallelChart parallel => PlotlyParallel.Of(parallel, frame),
            RadarChart radar => PlotlyRadar.Of(radar, frame),
            MapChart map => PlotlyMap.Of(map, frame),
            TimelineChart timeline => PlotlyTimeline.Of(timeline, frame),
            _ => throw new ArgumentException($"No translator draws a {spec.GetType().Name}.", nameof(spec)),
        };
    }

    /// <summary>The key of a point.</summary>
    /// <param name="trace">Index of the trace, from 0.</param>
    /// <param name="point">Index of the point, from 0.</param>
    /// <returns>Null when the point cannot be picked or does not exist.</returns>
    public string? KeyAt(int trace, int point) =>
        trace >= 0 && trace < Traces.Count && point >= 0 && point < Traces[trace].Keys.Count ? Traces[trace].Keys[point] : null;

    /// <summary>The whole figure as JSON for the browser.</summary>
    public string ToJson() => PlotlyJson.Of(this);
}
