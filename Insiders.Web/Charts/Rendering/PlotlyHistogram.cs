using Insiders.Web.Charts.Spec;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates histograms into Plotly's classes: the group as areas over the bins, all customers as a stepped outline.</summary>
internal static class PlotlyHistogram
{
    // Up to this many bins each has a tick; with more, Plotly's own ticks are whole numbers.
    private const int MostSingly = 8;

    /// <summary>Translates a chart. Both series are drawn as steps, so that bins on a logarithmic axis have their true width.</summary>
    public static PlotlyFigure Of(HistogramChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Base is not null, right: PlotlyFrame.WideEnd);
        var isSingly = spec.Y.Ticks == TickStyle.Whole && spec.Group.Heights.DefaultIfEmpty().Max() <= MostSingly;
        var upright = frame.Axis(spec.Y with { From = spec.Y.From ?? 0 });
        layout.XAxis = [frame.Axis(spec.X).Across()];
        layout.YAxis = [(isSingly ? upright with { Step = 1 } : upright).Upright()];
        layout.HoverMode = HoverModeEnum.X;
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
        var steps = new Scatter
        {
            Mode = ModeFlag.Lines,
            Name = PlotlyText.Name(series.Name),
            // Two points per bin, at its left and right edge, make flat steps with vertical lines between them.
            X = PlotlyArrays.Numbers(bins.SelectMany(bin => new[] { spec.Edges[bin], spec.Edges[bin + 1] })),
            Y = PlotlyArrays.Numbers(bins.SelectMany(bin => new[] { series.Heights[bin], series.Heights[bin] })),
            HoverTextArray = PlotlyArrays.Hovers(bins.SelectMany(bin => new[] { series.Hovers[bin], series.Hovers[bin] })),
            HoverInfo = HoverInfoFlag.Text,
            Line = new() { Color = isFilled ? ChartColours.Edge(series.Colour, frame.IsDark) : ChartColours.Mark(series.Colour, frame.IsDark), Width = isFilled ? 1 : 2, Dash = isFilled ? "solid" : "dash" },
        };
        if (isFilled)
        {
            steps.Fill = FillEnum.ToZeroY;
            steps.FillColor = ChartColours.Veil(series.Colour, 0.65);
        }

        return new(steps, []);
    }
}
