using Insiders.Web.Charts.Spec;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using YAnchorEnum = Plotly.Blazor.LayoutLib.AnnotationLib.YAnchorEnum;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates parallel axes into Plotly's classes: plain lines over axes from 0 to 1, which gives full control of colours, names and hover labels.</summary>
internal static class PlotlyParallel
{
    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(ParallelChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Lines.Length > 1, left: 32, right: PlotlyFrame.WideEnd);
        var places = spec.Axes.Select((_, at) => (double)at).ToArray();
        var across = frame.Axis(new ChartAxis("")) with
        {
            TickPlaces = PlotlyArrays.Numbers(places),
            TickTexts = [.. spec.Axes.Select(axis => $"{PlotlyText.Encode(axis.LowText)}<br><b>{PlotlyText.Wrap(axis.Title)}</b>")],
            Range = [-0.35, places.Length - 0.65],
            GridColour = frame.Line,
            HasZeroLine = false,
        };
        layout.XAxis = [across.Across()];
        layout.YAxis = [(frame.Axis(new ChartAxis("") { Ticks = TickStyle.None, From = -0.04, To = 1.08 }) with { HasGrid = false }).Upright()];
        layout.Margin.B = 67;
        layout.Annotations = [.. spec.Axes.Select((axis, at) => new Annotation
        {
            X = at,
            Y = 1,
            YAnchor = YAnchorEnum.Bottom,
            YShift = 6,
            Text = PlotlyText.Encode(axis.HighText),
            ShowArrow = false,
            Font = new() { Color = frame.Quiet },
        })];
        return new([.. spec.Lines.Select(line => Line(spec, line, places, ChartColours.Mark(line.Colour, frame.IsDark)))], layout, frame.Config());
    }

    private static PlotlyTrace Line(ParallelChart spec, ParallelLine line, double[] places, string colour) => new(
        new Scatter
        {
            Mode = ModeFlag.Lines | ModeFlag.Markers,
            Name = PlotlyText.Name(line.Name),
            X = PlotlyArrays.Numbers(places),
            Y = PlotlyArrays.Numbers(spec.Axes.Select((axis, at) => axis.PlaceOf(line.Values[at]))),
            HoverTextArray = PlotlyArrays.Hovers(line.Hovers),
            HoverInfo = HoverInfoFlag.Text,
            Opacity = line.IsMuted ? 0.25m : 1,
            ClipOnAxis = false,
            Line = new() { Color = colour, Width = 2.5m },
            Marker = new() { Color = colour, Size = 9, Symbol = PlotlySymbols.Of(line.Symbol) },
        },
        [.. places.Select(_ => line.Key)]);
}
