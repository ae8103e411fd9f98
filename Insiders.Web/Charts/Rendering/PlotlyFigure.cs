using System.Globalization;
using Insiders.Web.Charts.Spec;
using Plotly.Blazor;

namespace Insiders.Web.Charts.Rendering;

/// <summary>A chart in the typed classes of Plotly.Blazor: theme colours, number and date marks of the language, names that cannot be markup.</summary>
/// <param name="Traces">What is drawn.</param>
/// <param name="Layout">Around it.</param>
/// <param name="Config">How it behaves.</param>
public sealed record PlotlyFigure(IReadOnlyList<PlotlyTrace> Traces, Layout Layout, Config Config)
{
    /// <summary>What draws it in the browser: the small script unless a trace is of a kind that it lacks.</summary>
    public PlotlyLibrary Library => Traces.All(trace => trace.Trace.Type is TraceTypeEnum.Bar or TraceTypeEnum.Scatter or TraceTypeEnum.Pie) ? PlotlyLibrary.Basic : PlotlyLibrary.Full;

    /// <summary>Translates a chart.</summary>
    /// <param name="spec">The chart.</param>
    /// <param name="dark">The theme.</param>
    /// <param name="culture">Whose number and date marks axes use.</param>
    /// <exception cref="ArgumentException">Nobody translates this kind.</exception>
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

    /// <summary>What a point picks.</summary>
    /// <param name="trace">From 0.</param>
    /// <param name="point">From 0.</param>
    /// <returns>None where nothing is picked, or no such point exists.</returns>
    public string? KeyAt(int trace, int point) =>
        trace >= 0 && trace < Traces.Count && point >= 0 && point < Traces[trace].Keys.Count ? Traces[trace].Keys[point] : null;

    /// <summary>All of it, as the browser reads it.</summary>
    public string ToJson() => PlotlyJson.Of(this);
}
