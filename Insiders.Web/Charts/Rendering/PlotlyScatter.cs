using System.Collections.Immutable;
using Insiders.Web.Charts.Spec;
using Plotly.Blazor.ConfigLib;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates scatter charts into Plotly's classes.</summary>
internal static class PlotlyScatter
{
    // Left margin without numbers, and right margin with a column for the zoom buttons, in pixels.
    private const int NoTicks = 32, Buttons = 44;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(ScatterChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Groups.Length > 1, left: spec.Y.Ticks == TickStyle.None ? NoTicks : PlotlyFrame.TickRoom);
        layout.DragMode = DragModeEnum.Pan;
        var upright = frame.Axis(spec.Y, canZoom: true).Upright();
        upright.ScaleAnchor = spec.HasEqualAxes ? "x" : null;
        layout.XAxis = [frame.Axis(spec.X, canZoom: true).Across()];
        layout.YAxis = [upright];
        List<PlotlyTrace> traces = [.. spec.Groups.Select(group => Points(spec, group, frame))];

        if (spec.HighlightedKey is { } key && spec.Groups.SelectMany(group => group.Points).Where(point => point.Key == key).Cast<ScatterPoint?>().FirstOrDefault() is { } found)
        {
            traces.Add(Highlight(spec, found, frame));
        }

        var config = frame.ZoomConfig(layout);
        config.ScrollZoom = ScrollZoomFlag.True;
        layout.Margin.R = Buttons;
        layout.Margin.T = Math.Max(36, layout.Margin.T ?? 0);
        return new(traces, layout, config);
    }

    private static PlotlyTrace Points(ScatterChart spec, ScatterGroup group, PlotlyFrame frame) => new(
        new Scatter
        {
            Mode = ModeFlag.Markers,
            Name = PlotlyText.Name(group.Name),
            X = PlotlyArrays.Along(spec.X, group.Points.Select(point => point.X)),
            Y = PlotlyArrays.Along(spec.Y, group.Points.Select(point => point.Y)),
            HoverTextArray = PlotlyArrays.Hovers(group.Points.Select(point => point.Hover)),
            HoverInfo = HoverInfoFlag.Text,
            Marker = Marker(spec, group, frame),
        },
        group.Points.Select(point => point.Key).ToImmutableArray());

    private static Marker Marker(ScatterChart spec, ScatterGroup group, PlotlyFrame frame)
    {
        var marker = new Marker
        {
            Symbol = PlotlySymbols.Of(group.Symbol),
            // The area is translucent and its edge opaque, so that it stands out.
            Color = ChartColours.Veil(group.Colour, 0.85),
            Opacity = 1,
            Line = new() { Width = 1, Color = ChartColours.Edge(group.Colour, frame.IsDark) },
        };
        if (group.Points.Any(point => point.Size > 0))
        {
            marker.SizeArray = PlotlyArrays.Decimals(group.Points.Select(point => point.Size > 0 ? point.Size : spec.PointSize));
        }
        else
        {
            marker.Size = PlotlyArrays.Decimal(spec.PointSize);
        }

        return marker;
    }

    private static PlotlyTrace Highlight(ScatterChart spec, ScatterPoint point, PlotlyFrame frame) => new(
        new Scatter
        {
            Mode = ModeFlag.Markers,
            ShowLegend = false,
            X = PlotlyArrays.Along(spec.X, [point.X]),
            Y = PlotlyArrays.Along(spec.Y, [point.Y]),
            HoverTextArray = PlotlyArrays.Hovers([point.Hover]),
            HoverInfo = point.Hover is null ? HoverInfoFlag.None : HoverInfoFlag.Text,
            Marker = new() { Symbol = Plotly.Blazor.Traces.ScatterLib.MarkerLib.SymbolEnum.CircleOpen, Size = 20, Color = frame.Strong, Line = new() { Width = 3, Color = frame.Strong } },
        },
        [point.Key]);
}
