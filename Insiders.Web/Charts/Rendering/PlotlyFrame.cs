using System.Globalization;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Charts.Theme;
using Plotly.Blazor;
using Plotly.Blazor.ConfigLib;
using Plotly.Blazor.LayoutLib;
using LegendLib = Plotly.Blazor.LayoutLib.LegendLib;
using ModeBarLib = Plotly.Blazor.LayoutLib.ModeBarLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>What every chart has in common: the theme's colours and type, the language's number and date marks, axes, no tool bar.</summary>
/// <param name="IsDark">The theme.</param>
/// <param name="Culture">Whose marks are used.</param>
internal sealed record PlotlyFrame(bool IsDark, CultureInfo Culture)
{
    /// <summary>A colour that is none.</summary>
    public const string Clear = "rgba(0,0,0,0)";

    /// <summary>Pixels left of a drawing that an axis with a name and numbers takes.</summary>
    public const int TickRoom = 72;

    /// <summary>Pixels right of a drawing.</summary>
    public const int ShortEnd = 20;

    /// <summary>Pixels right of a drawing whose last tick is named by a percentage or a date.</summary>
    public const int WideEnd = 30;

    // The smallest letters that are read.
    private const int Letters = 12;

    /// <summary>Colour of what is read second.</summary>
    public string Quiet => InsidersTheme.PaletteOf(IsDark).TextSecondary.ToString();

    /// <summary>Colour of what is read first.</summary>
    public string Strong => InsidersTheme.PaletteOf(IsDark).TextPrimary.ToString();

    /// <summary>Colour of grids.</summary>
    public string Grid => InsidersTheme.PaletteOf(IsDark).LinesDefault.ToString();

    /// <summary>Colour of zero lines and edges.</summary>
    public string Line => InsidersTheme.PaletteOf(IsDark).LinesInputs.ToString();

    /// <summary>Colour of the ground charts stand on.</summary>
    public string Ground => InsidersTheme.PaletteOf(IsDark).Surface.ToString();

    /// <summary>A layout without axes.</summary>
    /// <param name="spec">The chart.</param>
    /// <param name="hasLegend">True where there is more than one name to tell.</param>
    /// <param name="left">Pixels left of the drawing at least.</param>
    /// <param name="right">Pixels right of it at least.</param>
    public Layout Layout(ChartSpec spec, bool hasLegend, int left = TickRoom, int right = ShortEnd) => new()
    {
        Height = spec.Height,
        AutoSize = true,
        PaperBgColor = Clear,
        PlotBgColor = Clear,
        Separators = $"{Culture.NumberFormat.NumberDecimalSeparator}{GroupMark}",
        ShowLegend = hasLegend,
        // Above the drawing: beside it a telephone would have no room for both.
        Legend = [new() { Orientation = LegendLib.OrientationEnum.H, X = 0, Y = 1.02m, YAnchor = LegendLib.YAnchorEnum.Bottom, Font = new() { Color = Quiet }, ItemSizing = LegendLib.ItemSizingEnum.Constant }],
        // What axes with a name and a line of labels take: where it is less, Plotly widens it, and draws everything once more.
        Margin = new() { T = hasLegend ? 36 : 8, R = right, B = hasLegend ? 52 : 48, L = left, Pad = 4 },
        Font = new() { Family = InsidersTheme.FontStack, Size = Letters, Color = Strong },
        HoverLabel = new() { BgColor = Ground, BorderColor = Line, Align = Plotly.Blazor.LayoutLib.HoverLabelLib.AlignEnum.Left, NameLength = 0, Font = new() { Family = InsidersTheme.FontStack, Size = Letters, Color = Strong } },
        HoverMode = HoverModeEnum.Closest,
        DragMode = DragModeEnum.False,
        // The part a reader zoomed to stays when colours or words change.
        UiRevision = spec.FileName,
    };

    /// <summary>How every chart behaves. Names of months and days are the language's own.</summary>
    public Config Config() => new()
    {
        // The page's module fits charts to their cards.
        Responsive = false,
        DisplayModeBar = DisplayModeBarEnum.False,
        DisplayLogo = false,
        ShowSendToCloud = false,
        Locale = "reader",
        Locales = new Dictionary<string, object> { ["reader"] = new Dictionary<string, object> { ["dictionary"] = Dictionary(), ["format"] = Marks() } },
    };

    /// <summary>How charts behave that a reader moves about in: buttons zoom, for those who have no wheel, and lead back.</summary>
    /// <param name="layout">Gets the colours of the buttons.</param>
    public Config ZoomConfig(Layout layout)
    {
        var config = Config();
        config.DisplayModeBar = DisplayModeBarEnum.True;
        config.ModeBarButtons = new[] { new[] { "zoomIn2d", "zoomOut2d", "resetScale2d" } };
        layout.ModeBar = new() { Orientation = ModeBarLib.OrientationEnum.V, BgColor = Clear, Color = Quiet, ActiveColor = Strong };
        return config;
    }

    /// <summary>An axis.</summary>
    /// <param name="axis">What it measures.</param>
    /// <param name="canZoom">True where dragging zooms it.</param>
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
    /// <param name="title">What they are.</param>
    public PlotlyAxis Names(string title) => Axis(new ChartAxis(title)) with { Format = null };

    /// <summary>A tick style in d3's words.</summary>
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

    // Some languages separate thousands by a blank that the font of charts may lack.
    private string GroupMark => Culture.NumberFormat.NumberGroupSeparator is { Length: 1 } mark && !char.IsWhiteSpace(mark[0]) ? mark : " ";

    // An end of a logarithmic axis is given as its exponent.
    private static object End(ChartAxis axis, double value) => axis.Scale switch
    {
        AxisScale.Log => Math.Log10(value),
        AxisScale.Date => PlotlyArrays.Day(value),
        _ => value,
    };
}
