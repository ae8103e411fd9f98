using System.Globalization;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Charts.Theme;
using Plotly.Blazor;
using Plotly.Blazor.ConfigLib;
using Plotly.Blazor.LayoutLib;
using LegendLib = Plotly.Blazor.LayoutLib.LegendLib;
using ModeBarLib = Plotly.Blazor.LayoutLib.ModeBarLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>What all charts have in common: the theme's colours and fonts, the language's number and date formats, axes, no toolbar.</summary>
/// <param name="IsDark">The theme.</param>
/// <param name="Culture">Culture of the number and date formats.</param>
internal sealed record PlotlyFrame(bool IsDark, CultureInfo Culture)
{
    /// <summary>Fully transparent.</summary>
    public const string Clear = "rgba(0,0,0,0)";

    /// <summary>Pixels on the left for an axis with a title and numbers.</summary>
    public const int TickRoom = 72;

    /// <summary>Pixels on the right.</summary>
    public const int ShortEnd = 20;

    /// <summary>Pixels on the right when the last tick label is a percentage or a date.</summary>
    public const int WideEnd = 30;

    // The smallest legible font size.
    private const int Letters = 12;

    /// <summary>Colour of secondary text.</summary>
    public string Quiet => InsidersTheme.PaletteOf(IsDark).TextSecondary.ToString();

    /// <summary>Colour of primary text.</summary>
    public string Strong => InsidersTheme.PaletteOf(IsDark).TextPrimary.ToString();

    /// <summary>Colour of grids.</summary>
    public string Grid => InsidersTheme.PaletteOf(IsDark).LinesDefault.ToString();

    /// <summary>Colour of zero lines and edges.</summary>
    public string Line => InsidersTheme.PaletteOf(IsDark).LinesInputs.ToString();

    /// <summary>Colour of the charts' background.</summary>
    public string Ground => InsidersTheme.PaletteOf(IsDark).Surface.ToString();

    /// <summary>A layout without axes.</summary>
    /// <param name="spec">The chart.</param>
    /// <param name="hasLegend">True to show a legend.</param>
    /// <param name="left">Minimum left margin in pixels.</param>
    /// <param name="right">Minimum right margin in pixels.</param>
    public Layout Layout(ChartSpec spec, bool hasLegend, int left = TickRoom, int right = ShortEnd) => new()
    {
        Height = spec.Height,
        AutoSize = true,
        PaperBgColor = Clear,
        PlotBgColor = Clear,
        Separators = $"{Culture.NumberFormat.NumberDecimalSeparator}{GroupMark}",
        ShowLegend = hasLegend,
        // Above the drawing, because a phone has no room for it on the side.
        Legend = [new() { Orientation = LegendLib.OrientationEnum.H, X = 0, Y = 1.02m, YAnchor = LegendLib.YAnchorEnum.Bottom, Font = new() { Color = Quiet }, ItemSizing = LegendLib.ItemSizingEnum.Constant }],
        // The room that an axis with a title and one line of labels takes; with less, Plotly widens the margin and draws everything again.
        Margin = new() { T = hasLegend ? 36 : 8, R = right, B = hasLegend ? 52 : 48, L = left, Pad = 4 },
        Font = new() { Family = InsidersTheme.FontStack, Size = Letters, Color = Strong },
        HoverLabel = new() { BgColor = Ground, BorderColor = Line, Align = Plotly.Blazor.LayoutLib.HoverLabelLib.AlignEnum.Left, NameLength = 0, Font = new() { Family = InsidersTheme.FontStack, Size = Letters, Color = Strong } },
        HoverMode = HoverModeEnum.Closest,
        DragMode = DragModeEnum.False,
        // Preserves the reader's zoom when colours or texts change.
        UiRevision = spec.FileName,
    };

    /// <summary>The behaviour common to all charts, with the language's names of months and days.</summary>
    public Config Config() => new()
    {
        // Our own script fits charts to their cards.
        Responsive = false,
        DisplayModeBar = DisplayModeBarEnum.False,
        DisplayLogo = false,
        ShowSendToCloud = false,
        Locale = "reader",
        Locales = new Dictionary<string, object> { ["reader"] = new Dictionary<string, object> { ["dictionary"] = Dictionary(), ["format"] = Marks() } },
    };

    /// <summary>The behaviour of charts with pan and zoom, with buttons to zoom without a mouse wheel and to reset the view.</summary>
    /// <param name="layout">The layout that receives the colours of the buttons.</param>
    public Config ZoomConfig(Layout layout)
    {
        var config = Config();
        config.DisplayModeBar = DisplayModeBarEnum.True;
        config.ModeBarButtons = new[] { new[] { "zoomIn2d", "zoomOut2d", "resetScale2d" } };
        layout.ModeBar = new() { Orientation = ModeBarLib.OrientationEnum.V, BgColor = Clear, Color = Quiet, ActiveColor = Strong };
        return config;
    }

    /// <summary>An axis.</summary>
    /// <param name="axis">The axis of the chart.</param>
    /// <param name="canZoom">True when dragging zooms it.</param>
    public PlotlyAxis Axis(ChartAxis axis, bool canZoom = false)
    {
        var (from, to) = (axis.From is { } low ? End(axis, low) : null, axis.To is { } high ? End(axis, high) : null);
        return new()
        {
            Title = PlotlyText.Encode(axis.Title),
            Scale = axis.Scale,
            TitleColour = Quiet,
            LabelColour = Quiet,
            GridColour = Grid,
            ZeroColour = Line,
            CanZoom = canZoom,
            HasLabels = axis.Ticks != TickStyle.None,
            HasZeroLine = axis.Ticks == TickStyle.None ? false : null,
            Format = axis.Scale == AxisScale.Date ? null : Format(axis.Ticks),
            Step = axis.Scale == AxisScale.Log ? 1 : null,
            Range = from is not null && to is not null ? [from, to] : null,
            Limits = from is not null && to is not null ? default : (from, to),
        };
    }

    /// <summary>An axis of names.</summary>
    /// <param name="title">The title of the axis.</param>
    public PlotlyAxis Names(string title) => Axis(new ChartAxis(title)) with { Format = null };

    /// <summary>A tick style in d3's format syntax.</summary>
    public static string Format(TickStyle ticks) => ticks switch { TickStyle.Compact => "~s", TickStyle.Money => Currency.Code.Length == 0 ? "~s" : "$~s", TickStyle.Percent => ".0~%", TickStyle.Whole => ",d", _ => ",~r" };

    private static Dictionary<string, string> Dictionary() => new()
    {
        ["Lasso Select"] = Texts.ChartsLasso,
        ["Box Select"] = Texts.ChartsBox,
        ["Pan"] = Texts.ChartsPan,
        ["Zoom in"] = Texts.ChartsZoomIn,
        ["Zoom out"] = Texts.ChartsZoomOut,
        ["Reset axes"] = Texts.ChartsReset,
    };

    private Dictionary<string, object> Marks()
    {
        var dates = Culture.DateTimeFormat;
        return new()
        {
            ["days"] = dates.DayNames,
            ["shortDays"] = dates.AbbreviatedDayNames.Select(Short),
            ["months"] = dates.MonthNames.Take(12),
            ["shortMonths"] = dates.AbbreviatedMonthNames.Take(12).Select(Short),
            ["date"] = Culture.TwoLetterISOLanguageName == "pt" ? "%d/%m/%Y" : "%m/%d/%Y",
            ["decimal"] = Culture.NumberFormat.NumberDecimalSeparator,
            ["thousands"] = GroupMark,
            ["currency"] = new[] { Currency.Prefix, "" },
        };
    }

    private static string Short(string name) => name.TrimEnd('.');

    // Some cultures separate thousands with a space character that the charts' font may lack.
    private string GroupMark => Culture.NumberFormat.NumberGroupSeparator is { Length: 1 } mark && !char.IsWhiteSpace(mark[0]) ? mark : " ";

    // Plotly takes the end of a logarithmic axis as an exponent.
    private static object End(ChartAxis axis, double value) => axis.Scale switch
    {
        AxisScale.Log => Math.Log10(value),
        AxisScale.Date => PlotlyArrays.Day(value),
        _ => value,
    };
}
