using Insiders.Web.Charts.Spec;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates line charts into Plotly's classes.</summary>
internal static class PlotlyLines
{
    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(LineChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length + spec.References.Length > 1, right: PlotlyFrame.WideEnd);
        layout.XAxis = [frame.Axis(spec.X).Across()];
        layout.YAxis = [frame.Axis(spec.Y).Upright()];
        return new([.. spec.References.Select(line => Reference(spec, line, frame)), .. spec.Series.Select(series => Line(spec, series, ChartColours.Mark(series.Colour, frame.IsDark)))], layout, frame.Config());
    }

    private static PlotlyTrace Line(LineChart spec, LineSeries series, string colour)
    {
        var line = new Scatter
        {
            Mode = series.HasMarkers ? ModeFlag.Lines | ModeFlag.Markers : ModeFlag.Lines,
            Name = PlotlyText.Name(series.Name),
            X = PlotlyArrays.Along(spec.X, series.Points.Select(point => point.X)),
            Y = PlotlyArrays.Numbers(series.Points.Select(point => point.Y)),
            HoverTextArray = PlotlyArrays.Hovers(series.Points.Select(point => point.Hover)),
            HoverInfo = HoverInfoFlag.Text,
            Line = new() { Color = colour, Width = 2.5m, Dash = series.IsDashed ? "dash" : "solid" },
            Marker = new() { Color = colour, Size = 7 },
        };
        if (series.IsFilled)
        {
            line.Fill = FillEnum.ToZeroY;
            line.FillColor = ChartColours.Veil(series.Colour, 0.14);
        }

        return new(line, [.. series.Points.Select(point => point.Key)]);
    }

    private static PlotlyTrace Reference(LineChart spec, ReferenceLine line, PlotlyFrame frame) => new(
        new Scatter
        {
            Mode = ModeFlag.Lines,
            Name = PlotlyText.Name(line.Name),
            X = PlotlyArrays.Along(spec.X, [line.FromX, line.ToX]),
            Y = PlotlyArrays.Numbers([line.FromY, line.ToY]),
            HoverInfo = HoverInfoFlag.Skip,
            Line = new() { Color = frame.Quiet, Width = 1, Dash = "dot" },
        },
        []);
}
