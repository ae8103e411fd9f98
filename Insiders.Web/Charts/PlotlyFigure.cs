using System.Globalization;
using Insiders.Web.Shell;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.BarLib;

namespace Insiders.Web.Charts;

/// <summary>A chart in the words of Plotly: theme colours, number marks of the language, names that cannot be markup.</summary>
/// <param name="Traces">What is drawn.</param>
/// <param name="Layout">Around it.</param>
/// <param name="Config">How it behaves.</param>
public sealed record PlotlyFigure(IList<ITrace> Traces, Plotly.Blazor.Layout Layout, Config Config)
{
    private const int LongestLine = 18;

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
            Orientation = OrientationEnum.H,
            Y = [.. spec.Bars.Select(bar => (object)Wrap(Encode(bar.Label)))],
            X = [.. spec.Bars.Select(bar => (object)bar.Value)],
            TextArray = [.. spec.Bars.Select(bar => Encode(bar.Text))],
            TextPosition = Plotly.Blazor.Traces.BarLib.TextPositionEnum.Outside,
            HoverTemplateArray = [.. spec.Bars.Select(bar => $"{Encode(bar.Hover)}<extra></extra>")],
            ClipOnAxis = false,
            Marker = new Marker
            {
                ColorArray = [.. spec.Bars.Select(bar => (object)bar.Colour)],
                Line = new Plotly.Blazor.Traces.BarLib.MarkerLib.Line { Width = 1, ColorArray = [.. spec.Bars.Select(bar => (object)ChartColours.Edge(bar.Colour, dark))] },
            },
        };
        var layout = PlotlyFrame.Layout(spec, dark, culture);
        layout.BarGap = 0.36m;
        layout.Margin = new Plotly.Blazor.LayoutLib.Margin { T = 4, R = 32, B = 44, L = 8, Pad = 6 };
        layout.XAxis =
        [
            new XAxis
            {
                AutoMargin = Plotly.Blazor.LayoutLib.XAxisLib.AutoMarginFlag.True, GridColor = palette.LinesDefault.ToString(), ZeroLineColor = palette.LinesInputs.ToString(), TickFormat = "~s",
                TickFont = new Plotly.Blazor.LayoutLib.XAxisLib.TickFont { Color = text }, FixedRange = true, NTicks = 6,
                // Room for the number beside the longest bar, on a telephone too.
                Range = [0d, 1.3 * spec.Bars.Select(bar => bar.Value).DefaultIfEmpty(1).Max()],
                Title = new Plotly.Blazor.LayoutLib.XAxisLib.Title { Text = Encode(spec.ValueHeader), Font = new Plotly.Blazor.LayoutLib.XAxisLib.TitleLib.Font { Color = text } },
            },
        ];
        layout.YAxis =
        [
            new YAxis
            {
                AutoMargin = Plotly.Blazor.LayoutLib.YAxisLib.AutoMarginFlag.True, Type = Plotly.Blazor.LayoutLib.YAxisLib.TypeEnum.Category,
                AutoRange = Plotly.Blazor.LayoutLib.YAxisLib.AutoRangeEnum.Reversed, FixedRange = true,
            },
        ];
        return new([bars], layout, PlotlyFrame.Config());
    }

    /// <summary>Plotly takes a few tags and entities for its own: a segment called <c>Champions &amp; &lt;b&gt;co&lt;/b&gt;</c> must read so.</summary>
    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Long names take two lines, broken at the blank nearest the middle.</summary>
    private static string Wrap(string text)
    {
        if (text.Length <= LongestLine)
        {
            return text;
        }

        var blank = Enumerable.Range(0, text.Length).Where(at => text[at] == ' ').Select(at => (int?)at).MinBy(at => Math.Abs(at!.Value - (text.Length / 2)));
        return blank is { } middle ? $"{text[..middle]}<br>{text[(middle + 1)..]}" : text;
    }
}
