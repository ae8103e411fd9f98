using Insiders.Web.Charts.Spec;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.AnnotationLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using ShapeLib = Plotly.Blazor.LayoutLib.ShapeLib;
using YLib = Plotly.Blazor.LayoutLib.YAxisLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates radar charts into Plotly's classes: lines over a plane with rings and rays drawn as shapes, so that the small library can draw them.</summary>
internal static class PlotlyRadar
{
    // As multiples of the radius: where the axis names are, and where the plane ends.
    private const double Names = 1.1;
    private const double Edge = 1.32;

    // On a phone, names at the left and right of the rim need room, part of which the margins provide.
    private const double SideEdge = 1.5;

    // Characters of an axis name per line.
    private const int LongestName = 10;

    /// <summary>Translates a chart. A line returns to its first axis, so every series has one point more than there are axes.</summary>
    public static PlotlyFigure Of(RadarChart spec, PlotlyFrame frame)
    {
        var rings = RadarRings.Over(spec.Series.SelectMany(series => series.Values), spec.Radius.Scale == AxisScale.Log);
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length > 1, left: 16);
        layout.XAxis = [new() { Range = [-SideEdge, SideEdge], Visible = false, FixedRange = true }];
        layout.Margin.B = 8;
        var rays = Enumerable.Range(0, spec.Axes.Length).Select(at => Place(spec, at, 1)).ToArray();
        layout.YAxis =
        [
            new()
            {
                // With an odd number of axes none points straight down, and the space saved there makes the rest larger. The space a narrow card
                // leaves free is all below, rather than half of it between legend and drawing.
                Range = [(rays.Min(ray => ray.Y) * Names) - (Edge - Names), Edge],
                Visible = false,
                FixedRange = true,
                ScaleAnchor = "x",
                Constrain = YLib.ConstrainEnum.Domain,
                ConstrainToward = YLib.ConstrainTowardEnum.Top,
            },
        ];
        // Between two axes, where there are no points.
        var scale = Direction(0.5 / spec.Axes.Length);
        layout.Shapes =
        [
            .. rings.Ticks.Select(rings.PlaceOf).Where(place => place > 0).Select(place => Shape(ShapeLib.TypeEnum.Circle, -place, -place, place, place, place < 1 ? frame.Grid : frame.Line)),
            .. rays.Select(end => Shape(ShapeLib.TypeEnum.Line, 0, 0, end.X, end.Y, frame.Grid)),
        ];
        layout.Annotations =
        [
            .. rays.Select((end, at) => AxisName(end, PlotlyText.Wrap(spec.Axes[at], LongestName), frame)),
            .. rings.Ticks.Select(tick => Mark(scale.X * rings.PlaceOf(tick), scale.Y * rings.PlaceOf(tick), tick.ToString("0.####", frame.Culture), frame)),
        ];
        return new([.. spec.Series.Select(series => Line(spec, series, rings, ChartColours.Mark(series.Colour, frame.IsDark)))], layout, frame.Config());
    }

    /// <summary>The point at a distance from the centre along an axis. The first axis points upwards, the others follow clockwise.</summary>
    private static (double X, double Y) Place(RadarChart spec, int axis, double way)
    {
        var (x, y) = Direction((double)axis / spec.Axes.Length);
        return (way * x, way * y);
    }

    private static (double X, double Y) Direction(double turn) => Math.SinCos(2 * Math.PI * turn);

    private static int Side(double at) => at switch { > 0.05 => 1, < -0.05 => -1, _ => 0 };

    private static Shape Shape(ShapeLib.TypeEnum kind, double x0, double y0, double x1, double y1, string colour) => new()
    {
        Type = kind,
        Layer = ShapeLib.LayerEnum.Below,
        X0 = x0,
        Y0 = y0,
        X1 = x1,
        Y1 = y1,
        Line = new() { Color = colour, Width = 1 },
    };

    // An axis name beyond the end of its ray.
    private static Annotation AxisName((double X, double Y) end, string text, PlotlyFrame frame) => new()
    {
        X = end.X * Names,
        Y = end.Y * Names,
        Text = text,
        XAnchor = Side(end.X) switch { 1 => XAnchorEnum.Left, -1 => XAnchorEnum.Right, _ => XAnchorEnum.Center },
        YAnchor = Side(end.Y) switch { 1 => YAnchorEnum.Bottom, -1 => YAnchorEnum.Top, _ => YAnchorEnum.Middle },
        Align = Side(end.X) switch { 1 => AlignEnum.Left, -1 => AlignEnum.Right, _ => AlignEnum.Center },
        ShowArrow = false,
        Font = new() { Color = frame.Strong },
    };

    // The value of a ring, on an opaque background so that lines pass below it.
    private static Annotation Mark(double x, double y, string text, PlotlyFrame frame) => new()
    {
        X = x,
        Y = y,
        Text = PlotlyText.Encode(text),
        XAnchor = XAnchorEnum.Center,
        YAnchor = YAnchorEnum.Middle,
        Align = AlignEnum.Center,
        ShowArrow = false,
        Font = new() { Color = frame.Quiet },
        BgColor = frame.Ground,
        BorderPad = 1,
        Opacity = 0.9m,
    };

    private static PlotlyTrace Line(RadarChart spec, RadarSeries series, RadarRings rings, string colour)
    {
        var round = Enumerable.Range(0, spec.Axes.Length + 1).Select(at => at % spec.Axes.Length).ToArray();
        var places = round.Select(at => Place(spec, at, rings.PlaceOf(series.Values[at]))).ToArray();
        return new(
            new Scatter
            {
                Mode = ModeFlag.Lines | ModeFlag.Markers,
                Name = PlotlyText.Name(series.Name),
                X = PlotlyArrays.Numbers(places.Select(place => place.X)),
                Y = PlotlyArrays.Numbers(places.Select(place => place.Y)),
                HoverTextArray = PlotlyArrays.Hovers(round.Select(at => series.Hovers[at])),
                HoverInfo = HoverInfoFlag.Text,
                HoverOn = HoverOnFlag.Points,
                Fill = FillEnum.ToSelf,
                FillColor = ChartColours.Veil(series.Colour, 0.08),
                Line = new() { Color = colour, Width = 2, Dash = series.IsDashed ? "dash" : "solid" },
                Marker = new() { Color = colour, Size = series.IsDashed ? 4 : 7, Symbol = PlotlySymbols.Of(series.Symbol) },
            },
            [.. round.Select(_ => series.Key)]);
    }
}
