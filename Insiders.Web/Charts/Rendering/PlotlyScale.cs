using System.Collections.Immutable;
using Insiders.Web.Charts.Spec;
using BarLib = Plotly.Blazor.Traces.BarLib;
using ScatterLib = Plotly.Blazor.Traces.ScatterLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates colour scales into Plotly's classes. Plotly has no logarithmic colours, so exponents are drawn and the colour bar is labelled with the values.</summary>
internal sealed record PlotlyScale(ColourScale Scale, double Low, double High, PlotlyFrame Frame, ImmutableArray<string> Colours)
{
    // The colour bar is below the drawing: sizes in pixels, and as fractions of its width and height.
    private const decimal Thickness = 10, Length = 0.6m, Middle = 0.5m, Below = -0.02m;

    /// <summary>The scale over all values.</summary>
    public static PlotlyScale Over(ColourScale scale, IEnumerable<double> values, PlotlyFrame frame, ImmutableArray<string>? colours = null)
    {
        var counted = values.Where(value => double.IsFinite(value) && (!scale.IsLog || value > 0)).ToArray();
        var (low, high) = (counted.DefaultIfEmpty(scale.IsLog ? 1 : 0).Min(), counted.DefaultIfEmpty(1).Max());
        return new(scale, low, high, frame, colours ?? ChartColours.Sequential(frame.IsDark));
    }

    /// <summary>The number that Plotly colours for a value.</summary>
    public double Of(double value) => !Scale.IsLog || !double.IsFinite(value) ? value : Math.Log10(Math.Max(value, Low));

    /// <summary>The colour of a value, interpolated as Plotly does; the lowest colour for a value that is not finite.</summary>
    public string ColourOf(double value) => ChartColours.Between(Colours, (Of(value) - Of(Low)) / (Top - Of(Low)));

    /// <summary>Sets the colours of cells, the ends of the scale, and the colour bar.</summary>
    public void Paint(BarLib.Marker cells)
    {
        (cells.ColorScale, cells.CMin, cells.CMax, cells.ShowScale) = (Stops, PlotlyArrays.Decimal(Of(Low)), PlotlyArrays.Decimal(Top), true);
        cells.ColorBar = new()
        {
            Title = new() { Text = PlotlyText.Encode(Scale.Title), Font = new() { Color = Frame.Quiet }, Side = BarLib.MarkerLib.ColorBarLib.TitleLib.SideEnum.Top },
            TickFont = new() { Color = Frame.Quiet },
            TickFormat = PlotlyFrame.Format(Scale.Ticks),
            TickVals = Scale.IsLog ? PlotlyArrays.Numbers(Ticks.Select(Math.Log10)) : null,
            TickText = Scale.IsLog ? [.. Ticks.Select(Written)] : null,
            Orientation = BarLib.MarkerLib.ColorBarLib.OrientationEnum.H,
            Thickness = Thickness,
            Len = Length,
            X = Middle,
            Y = Below,
            YAnchor = BarLib.MarkerLib.ColorBarLib.YAnchorEnum.Top,
            OutlineWidth = 0,
        };
    }

    /// <summary>Sets the colours of points, the ends of the scale, and the colour bar.</summary>
    public void Paint(ScatterLib.Marker points)
    {
        (points.ColorScale, points.CMin, points.CMax, points.ShowScale) = (Stops, PlotlyArrays.Decimal(Of(Low)), PlotlyArrays.Decimal(Top), true);
        points.ColorBar = new()
        {
            Title = new() { Text = PlotlyText.Encode(Scale.Title), Font = new() { Color = Frame.Quiet }, Side = ScatterLib.MarkerLib.ColorBarLib.TitleLib.SideEnum.Top },
            TickFont = new() { Color = Frame.Quiet },
            TickFormat = PlotlyFrame.Format(Scale.Ticks),
            TickVals = Scale.IsLog ? PlotlyArrays.Numbers(Ticks.Select(Math.Log10)) : null,
            TickText = Scale.IsLog ? [.. Ticks.Select(Written)] : null,
            Orientation = ScatterLib.MarkerLib.ColorBarLib.OrientationEnum.H,
            Thickness = Thickness,
            Len = Length,
            X = Middle,
            Y = Below,
            YAnchor = ScatterLib.MarkerLib.ColorBarLib.YAnchorEnum.Top,
            OutlineWidth = 0,
        };
    }

    private double Top => Of(High) > Of(Low) ? Of(High) : Of(Low) + 1;

    private object[][] Stops => [.. Colours.Select((colour, at) => new object[] { at / (Colours.Length - 1d), colour })];

    // Over fewer than two decades, powers of ten would give one tick or none.
    private double[] Ticks
    {
        get
        {
            double[] steps = Top - Of(Low) < 2 ? [1, 2, 5] : [1];
            return [.. Enumerable.Range(-9, 25).SelectMany(power => steps.Select(step => step * Math.Pow(10, power))).Where(tick => Math.Log10(tick) >= Of(Low) - 1e-9 && Math.Log10(tick) <= Top + 1e-9)];
        }
    }

    private string Written(double value) => Scale.Ticks == TickStyle.Money ? Currency.Prefix + Short(value) : Scale.Ticks == TickStyle.Percent ? value.ToString("0.####%", Frame.Culture) : Short(value);

    private string Short(double value) => value switch
    {
        >= 1e6 => (value / 1e6).ToString("0.#", Frame.Culture) + "M",
        >= 1e3 => (value / 1e3).ToString("0.#", Frame.Culture) + "k",
        _ => value.ToString("0.#########", Frame.Culture),
    };
}
