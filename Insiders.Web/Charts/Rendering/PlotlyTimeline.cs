using System.Globalization;
using Insiders.Web.Charts.Spec;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.LayoutLib.AnnotationLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using ShapeLib = Plotly.Blazor.LayoutLib.ShapeLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates timelines into Plotly's classes: a marker per event, with a thin stem from zero.</summary>
internal static class PlotlyTimeline
{
    // Pixels: the range slider; two lines of dates, the slider and the axis title below the drawing; and a line of the legend, or the name of the last day, above it.
    private const decimal Strip = 32;

    // As a fraction of the whole time span.
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
            // A range slider always widens its margin while it is drawn, however large it is, which makes Plotly draw everything again.
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

    // The axis extends a little beyond the last day, so that a silence at the end is visible and a marker on that day is not cut off.
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
                TextAngle = -90, // along the line, because the legend is above it
                ShowArrow = false,
                Font = new() { Color = frame.Quiet },
            },
        ];
    }

    // The axis title, plus as many digits and separators as the largest number has; the tick below it may be as long as the next power of ten.
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
            // From zero up to the event, then a gap before the next stem.
            X = [.. series.Events.SelectMany(happened => new[] { PlotlyArrays.Day(happened.Day.DayNumber), PlotlyArrays.Day(happened.Day.DayNumber), null })],
            Y = PlotlyArrays.Numbers(series.Events.SelectMany(happened => new[] { 0, happened.Value, double.NaN })),
            HoverInfo = HoverInfoFlag.Skip,
            Line = new() { Color = ChartColours.Veil(series.Colour, 0.55), Width = 2 },
        },
        []);
}
