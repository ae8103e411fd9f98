using Insiders.Web.Charts.Spec;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.BarLib;
using SideEnum = Plotly.Blazor.LayoutLib.XAxisLib.SideEnum;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates heat maps into Plotly's classes: every cell is a bar of height one stacked on the next row, so that the small library can draw it.</summary>
internal static class PlotlyHeat
{
    private const double Gap = 0.06;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(HeatChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: false, left: 8);
        var (across, upright) = (Labels(spec.ColumnTitle, [.. spec.Columns], frame).Across(), Labels(spec.RowTitle, [.. spec.Rows], frame).Upright());
        across.Side = SideEnum.Top;
        upright.Range = [spec.Rows.Length - 0.5, -0.5];
        (layout.XAxis, layout.YAxis) = ([across], [upright]);
        (layout.Margin.T, layout.Margin.B) = (44, 56);
        var cells = spec.Cells.Select((cell, at) => (Cell: cell, Row: at / spec.Columns.Length, Column: at % spec.Columns.Length)).Where(place => place.Cell.Value is not null).ToArray();
        var scale = PlotlyScale.Over(spec.Scale, cells.Select(place => place.Cell.Value!.Value), frame);
        var marker = new Marker { ColorArray = PlotlyArrays.Numbers(cells.Select(place => scale.Of(place.Cell.Value!.Value))), Line = new() { Width = 0 } };
        scale.Paint(marker);
        var bars = new Bar
        {
            X = PlotlyArrays.Numbers(cells.Select(place => (double)place.Column)),
            Y = PlotlyArrays.Numbers(cells.Select(_ => 1 - Gap)),
            BaseArray = PlotlyArrays.Numbers(cells.Select(place => place.Row - 0.5 + (Gap / 2))),
            Width = PlotlyArrays.Decimal(1 - Gap),
            HoverTextArray = PlotlyArrays.Hovers(cells.Select(place => place.Cell.Hover)),
            HoverInfo = HoverInfoFlag.Text,
            Marker = marker,
        };
        if (spec.ShowTexts)
        {
            bars.TextArray = PlotlyArrays.Texts(cells.Select(place => place.Cell.Text));
            bars.TextPosition = TextPositionEnum.Inside;
            bars.InsideTextAnchor = InsideTextAnchorEnum.Middle;
            bars.TextAngle = 0;
        }

        return new([new(bars, [.. cells.Select(place => place.Cell.Key)])], layout, frame.Config());
    }

    private static PlotlyAxis Labels(string title, string[] names, PlotlyFrame frame) => frame.Names(title) with
    {
        TickPlaces = PlotlyArrays.Numbers(names.Select((_, at) => (double)at)),
        TickTexts = PlotlyArrays.Texts(names),
        Range = [-0.5, names.Length - 0.5],
        HasGrid = false,
        HasZeroLine = false,
    };
}
