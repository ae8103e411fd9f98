using System.Globalization;
using Insiders.Web.Charts.Spec;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.AnnotationLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using ShapeLib = Plotly.Blazor.LayoutLib.ShapeLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Timelines in the words of Plotly: a mark per event, and a thin stem from zero.</summary>
internal static class PlotlyTimeline
{
    // Pixels: the strip, what days in two lines, the strip and the axis' name take below the drawing, and what a line of the legend, or the name of the last day, takes above.
    private const decimal Strip = 32;

    // Part of the whole time.
    private const double Beyond = 0.02;
    private const int Below = 130, Legend = 44, Name = 24;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(TimelineChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length > 1, left: LeftOf(spec), right: PlotlyFrame.WideEnd);
        layout.DragMode = DragModeEnum.Zoom;
        var days = frame.Axis(new ChartAxis(spec.DayTitle) { Scale = AxisScale.Date }, canZoom: true).Across();
        layout.XAxis = [days];
        layout.YAxis = [frame.Axis(spec.Y).Upright()];
        if (spec.HasRangeSlider)
        {
            // A strip always widens its margin while it is drawn, whatever room it was given, and then all is drawn once more.
            var margin = layout.Margin;
            var top = spec.Series.Length > 1 ? Legend : spec.Until is null ? margin.T ?? 0 : Name;
            (margin.AutoExpand, margin.B, margin.T) = (false, Below, top);
            days.RangeSlider = new() { Visible = true, Thickness = Strip / (spec.Height - Below - top), BorderColor = frame.Line, BorderWidth = 1 };
        }

        if (spec is { Until: { } until, HasData: true })
        {
            RunUntil(until, spec, layout, frame);
        }

        return new([.. spec.Series.SelectMany(series => series.HasStems ? [Stems(series), Marks(series, frame)] : new[] { Marks(series, frame) })], layout, frame.Config());
    }

    // Silence shows only where the line goes on: a little beyond the last day, so that its mark and an event on it are whole.
    private static void RunUntil(DateOnly until, TimelineChart spec, Layout layout, PlotlyFrame frame)
    {
        var first = spec.Series.SelectMany(series => series.Events).Min(happened => happened.Day.DayNumber);
        var beyond = Math.Max(3, (until.DayNumber - first) * Beyond);
        object[] range = [PlotlyArrays.Day(first - beyond), PlotlyArrays.Day(until.DayNumber + beyond)];
        var days = layout.XAxis[0];
        days.Range = range;
        days.RangeSlider?.Range = range;
        var day = PlotlyArrays.Day(until.DayNumber);
        layout.Shapes = [new() { Type = ShapeLib.TypeEnum.Line, X0 = day, X1 = day, YRef = "paper", Y0 = 0, Y1 = 1, Line = new() { Color = frame.Quiet, Width = 1, Dash = "dot" } }];
        layout.Annotations =
        [
            new()
            {
                Text = PlotlyText.Encode(spec.UntilName),
                X = day,
                XAnchor = XAnchorEnum.Right,
                YRef = "paper",
                Y = 1,
                YAnchor = YAnchorEnum.Top,
                TextAngle = -90, // along the line: above it is the legend
                ShowArrow = false,
                Font = new() { Color = frame.Quiet },
            },
        ];
    }

    // The axis' name, and as many digits and marks as the largest number has: the mark below it may be as long as the next power of ten.
    private static int LeftOf(TimelineChart spec)
    {
        if (spec.Y.Ticks == TickStyle.Money)
        {
            return PlotlyFrame.TickRoom + (8 * Currency.Prefix.Length);
        }

        var values = spec.Series.SelectMany(series => series.Events).Select(happened => happened.Value).DefaultIfEmpty().ToArray();
        var longest = Math.Max(values.Max(), -values.Min()) * 1.1;
        return 42 + (8 * (longest.ToString("N0", CultureInfo.InvariantCulture).Length + (values.Min() < 0 ? 1 : 0)));
    }

    private static PlotlyTrace Marks(TimelineSeries series, PlotlyFrame frame) => new(
        new Scatter
        {
            Mode = ModeFlag.Markers,
            Name = PlotlyText.Name(series.Name),
            LegendGroup = PlotlyText.Encode(series.Name),
            X = [.. series.Events.Select(happened => PlotlyArrays.Day(happened.Day.DayNumber))],
            Y = PlotlyArrays.Numbers(series.Events.Select(happened => happened.Value)),
            HoverTextArray = PlotlyArrays.Hovers(series.Events.Select(happened => happened.Hover)),
            HoverInfo = HoverInfoFlag.Text,
            Marker = new()
            {
                Color = series.Colour,
                Symbol = PlotlySymbols.Of(series.Symbol),
                Size = 9,
                Line = new() { Width = 1, Color = ChartColours.Edge(series.Colour, frame.IsDark) },
            },
        },
        [.. series.Events.Select(happened => happened.Key)]);

    private static PlotlyTrace Stems(TimelineSeries series) => new(
        new Scatter
        {
            Mode = ModeFlag.Lines,
            LegendGroup = PlotlyText.Encode(series.Name),
            ShowLegend = false,
            // Up from zero, and a gap before the next.
            X = [.. series.Events.SelectMany(happened => new[] { PlotlyArrays.Day(happened.Day.DayNumber), PlotlyArrays.Day(happened.Day.DayNumber), null })],
            Y = PlotlyArrays.Numbers(series.Events.SelectMany(happened => new[] { 0, happened.Value, double.NaN })),
            HoverInfo = HoverInfoFlag.Skip,
            Line = new() { Color = ChartColours.Veil(series.Colour, 0.55), Width = 2 },
        },
        []);
}
