using System.Globalization;
using Insiders.Web.Charts.Spec;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.BarLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates bar charts into Plotly's classes.</summary>
internal static class PlotlyBars
{
    // Number of names written when there are too many columns to name them all.
    private const int Few = 6;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(BarChart spec, PlotlyFrame frame)
    {
        var hasFewNames = spec.IsUpright && spec.BarCount > spec.MostNamed;
        var layout = frame.Layout(spec, hasLegend: spec.Series.Length > 1, left: spec.IsUpright ? PlotlyFrame.TickRoom : 8, right: hasFewNames ? PlotlyFrame.WideEnd : PlotlyFrame.ShortEnd);
        layout.BarMode = BarModeEnum.Relative;
        layout.BarGap = spec.IsUpright ? 0.25m : 0.36m;
        var labels = frame.Names(spec.IsUpright ? spec.LabelTitle : "") with { HasCategories = true };
        var values = frame.Axis(spec.Values);
        if (spec.IsUpright)
        {
            labels = hasFewNames ? labels with { TickPlaces = PlotlyArrays.Texts(Named(spec.BarCount, Math.Min(Few, spec.MostNamed)).Select(at => spec.Series[0].Bars[at].Label)) } : labels;
            (layout.XAxis, layout.YAxis) = ([labels.Across()], [values.Upright()]);
        }
        else
        {
            labels = labels with
            {
                IsReversed = true,
                // Long names are cut only in what is shown, not in the category that distinguishes one bar from another.
                TickPlaces = PlotlyArrays.Texts(spec.Series[0].Bars.Select(bar => bar.Label)),
                TickTexts = [.. spec.Series[0].Bars.Select(bar => PlotlyText.Wrap(bar.Label))],
                LabelColour = frame.Strong,
            };
            // Leaves room for the number beside the longest bar, even on a phone.
            values = values with { Range = values.Range ?? WithRoom(spec), Ticks = 5 };
            (layout.XAxis, layout.YAxis) = ([values.Across()], [labels.Upright()]);
        }

        var bars = spec.Series.Select(series => Trace(spec, series, frame)).ToArray();
        List<PlotlyTrace> traces = [.. bars.Zip(spec.Series, (trace, series) => new PlotlyTrace(trace, [.. series.Bars.Select(bar => bar.Key)]))];
        if (spec.Series.Length > 1 && spec.Series.Any(HasOddFirst))
        {
            traces.AddRange(spec.Series.Select((series, at) => LegendOf(series, at, bars[at], frame)));
        }

        return new(traces, layout, frame.Config());
    }

    /// <summary>The first bar, the last one, and some in between: as many as fit side by side when <paramref name="most"/> fill the axis.</summary>
    private static IEnumerable<int> Named(int bars, int most)
    {
        var names = Enumerable.Range(2, most - 1).Last(names => names == 2 || (bars - 1) / (names - 1) * names >= bars);
        return Enumerable.Range(0, names).Select(at => (int)Math.Round(at * (bars - 1d) / (names - 1)));
    }

    // The legend draws a series like its first bar, so it would be hatched or pale if that bar is.
    private static bool HasOddFirst(BarSeries series) => series.Bars is [var first, ..] && (first.IsPartial || first.IsMuted || first.IsSelected);

    /// <summary>A legend entry in the series' own colour, without a bar, replacing the one that <paramref name="trace"/> would have.</summary>
    private static PlotlyTrace LegendOf(BarSeries series, int at, Bar trace, PlotlyFrame frame)
    {
        var group = at.ToString(CultureInfo.InvariantCulture);
        trace.ShowLegend = false;
        trace.LegendGroup = group;
        var marker = Marker(series with { Bars = [series.Bars[0] with { IsPartial = false, IsMuted = false, IsSelected = false }] }, isStacked: true, frame);
        return new(new Bar { Name = PlotlyText.Name(series.Name), LegendGroup = group, X = PlotlyArrays.Texts([series.Bars[0].Label]), Y = [null], Marker = marker }, [null]);
    }

    private static Bar Trace(BarChart spec, BarSeries series, PlotlyFrame frame)
    {
        object?[] along = PlotlyArrays.Texts(series.Bars.Select(bar => bar.Label));
        var lengths = PlotlyArrays.Numbers(series.Bars.Select(bar => bar.Value));
        var bars = new Bar
        {
            Orientation = spec.IsUpright ? OrientationEnum.V : OrientationEnum.H,
            Name = PlotlyText.Name(series.Name),
            X = spec.IsUpright ? along : lengths,
            Y = spec.IsUpright ? lengths : along,
            HoverTextArray = PlotlyArrays.Hovers(series.Bars.Select(bar => bar.Hover)),
            HoverInfo = HoverInfoFlag.Text,
            Marker = Marker(series, isStacked: spec.Series.Length > 1, frame),
        };
        if (!spec.IsUpright && spec.Series.Length == 1)
        {
            bars.TextArray = PlotlyArrays.Texts(series.Bars.Select(bar => bar.Text));
            bars.TextPosition = TextPositionEnum.Outside;
            bars.ClipOnAxis = false;
        }

        return bars;
    }

    private static Marker Marker(BarSeries series, bool isStacked, PlotlyFrame frame)
    {
        var marker = new Marker
        {
            Line = new()
            {
                WidthArray = PlotlyArrays.Decimals(series.Bars.Select(bar => bar.IsSelected ? 2d : 1d)),
                ColorArray = [.. series.Bars.Select(bar => bar.IsSelected ? frame.Strong : ChartColours.Edge(ColourOf(bar), frame.IsDark))],
            },
        };
        // The legend shows the series' colour when all bars have it.
        if (series.Bars.All(bar => bar.Colour is null))
        {
            marker.Color = series.Colour;
        }
        else
        {
            marker.ColorArray = [.. series.Bars.Select(ColourOf)];
        }

        if (series.Bars.Any(bar => bar.IsMuted))
        {
            marker.OpacityArray = PlotlyArrays.Decimals(series.Bars.Select(bar => bar.IsMuted ? 0.35 : 1));
        }
        else
        {
            marker.Opacity = 1;
        }

        if (series.Bars.Any(bar => TextureOf(bar).Length > 0))
        {
            // A partial bar has its colour only in the hatching; a complete one is filled, with marks on top.
            marker.Pattern = new()
            {
                ShapeArray = PlotlySymbols.TexturesOf(series.Bars.Select(TextureOf)),
                FgColorArray = [.. series.Bars.Select(bar => bar.IsPartial ? ColourOf(bar) : frame.Ground)],
                BgColorArray = [.. series.Bars.Select(bar => bar.IsPartial ? PlotlyFrame.Clear : ColourOf(bar))],
                Size = 6,
                Solidity = 0.35m,
            };
        }

        return marker;

        string ColourOf(BarItem bar) => bar.Colour ?? series.Colour;

        // Bars of a single series are labelled and need no texture to tell them apart.
        string TextureOf(BarItem bar) => ChartSymbols.TextureOf(isStacked ? ColourOf(bar) : ChartColours.Base, bar.IsPartial);
    }

    private static object[] WithRoom(BarChart spec)
    {
        var sums = Enumerable.Range(0, spec.BarCount).SelectMany(at => new[]
        {
            spec.Series.Where(series => at < series.Bars.Length).Sum(series => Math.Max(0, series.Bars[at].Value)),
            spec.Series.Where(series => at < series.Bars.Length).Sum(series => Math.Min(0, series.Bars[at].Value)),
        }).ToArray();
        var (low, high) = (sums.DefaultIfEmpty().Min(), sums.DefaultIfEmpty(1).Max());
        var room = 0.42 * (high - low);
        return room > 0 ? [low < 0 ? low - room : 0d, high > 0 ? high + room : 0d] : [0, 1];
    }
}
