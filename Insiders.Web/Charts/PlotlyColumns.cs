using System.Globalization;
using Insiders.Web.Shell;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.BarLib;

namespace Insiders.Web.Charts;

/// <summary>Upright bars in the words of Plotly. Labels and texts are written by our own builders and hold no markup.</summary>
public static class PlotlyColumns
{
    /// <summary>Translates a chart.</summary>
    /// <param name="spec">The chart.</param>
    /// <param name="dark">The theme.</param>
    /// <param name="culture">Whose decimal and thousands marks the axis uses.</param>
    public static PlotlyFigure Of(ChartSpec spec, bool dark, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(culture);
        var palette = InsidersTheme.PaletteOf(dark);
        var text = palette.TextSecondary.ToString();
        var bars = new Bar
        {
            X = [.. spec.Bars.Select(bar => (object)bar.Label)],
            Y = [.. spec.Bars.Select(bar => (object)bar.Value)],
            HoverTemplateArray = [.. spec.Bars.Select(bar => $"{bar.Hover}<extra></extra>")],
            Marker = new Marker { ColorArray = [.. spec.Bars.Select(bar => (object)bar.Colour)] },
        };
        var layout = PlotlyFrame.Layout(spec, dark, culture);
        layout.BarGap = 0.25m;
        layout.Margin = new Plotly.Blazor.LayoutLib.Margin { T = 8, R = 16, B = 48, L = 56, Pad = 4 };
        layout.XAxis =
        [
            new XAxis
            {
                Type = Plotly.Blazor.LayoutLib.XAxisLib.TypeEnum.Category, FixedRange = true, TickFont = new Plotly.Blazor.LayoutLib.XAxisLib.TickFont { Color = text },
                Title = new Plotly.Blazor.LayoutLib.XAxisLib.Title { Text = spec.LabelHeader, Font = new Plotly.Blazor.LayoutLib.XAxisLib.TitleLib.Font { Color = text } },
            },
        ];
        layout.YAxis =
        [
            new YAxis
            {
                FixedRange = true, GridColor = palette.LinesDefault.ToString(), ZeroLineColor = palette.LinesInputs.ToString(), NTicks = 6,
                TickFont = new Plotly.Blazor.LayoutLib.YAxisLib.TickFont { Color = text },
                Title = new Plotly.Blazor.LayoutLib.YAxisLib.Title { Text = spec.ValueHeader, Font = new Plotly.Blazor.LayoutLib.YAxisLib.TitleLib.Font { Color = text } },
            },
        ];
        return new([bars], layout, PlotlyFrame.Config());
    }
}
