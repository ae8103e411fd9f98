using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Core.Application.Access;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Shell;

namespace Insiders.Web.Charts.Rendering;

/// <summary>What every chart has in common: the theme's colours and type, the language's number and date marks, axes, no tool bar.</summary>
/// <param name="IsDark">The theme.</param>
/// <param name="Culture">Whose marks are used.</param>
internal sealed record PlotlyFrame(bool IsDark, CultureInfo Culture)
{
    /// <summary>Pixels left of a drawing that an axis with a name and numbers takes.</summary>
    public const int Ticks = 72;

    /// <summary>Pixels right of a drawing.</summary>
    public const int ShortEnd = 20;

    /// <summary>Pixels right of a drawing whose last tick is named by a percentage or a date.</summary>
    public const int WideEnd = 30;

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
    public JsonObject Layout(ChartSpec spec, bool hasLegend, int left = Ticks, int right = ShortEnd) => new()
    {
        ["height"] = spec.Height,
        ["autosize"] = true,
        ["paper_bgcolor"] = "rgba(0,0,0,0)",
        ["plot_bgcolor"] = "rgba(0,0,0,0)",
        ["separators"] = $"{Culture.NumberFormat.NumberDecimalSeparator}{GroupMark}",
        ["showlegend"] = hasLegend,
        // Below the drawing: beside it a telephone would have no room for both.
        ["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0, ["y"] = 1.02, ["yanchor"] = "bottom", ["font"] = Font(Quiet), ["itemsizing"] = "constant" },
        // What axes with a name and a line of labels take: where it is less, Plotly widens it, and draws everything once more.
        ["margin"] = new JsonObject { ["t"] = hasLegend ? 36 : 8, ["r"] = right, ["b"] = hasLegend ? 52 : 48, ["l"] = left, ["pad"] = 4 },
        ["font"] = new JsonObject { ["family"] = InsidersTheme.FontStack, ["size"] = 12, ["color"] = Strong },
        ["hoverlabel"] = new JsonObject { ["bgcolor"] = Ground, ["bordercolor"] = Line, ["align"] = "left", ["namelength"] = 0, ["font"] = new JsonObject { ["family"] = InsidersTheme.FontStack, ["size"] = 12, ["color"] = Strong } },
        ["hovermode"] = "closest",
        ["dragmode"] = false,
        // The part a reader zoomed to stays when colours or words change.
        ["uirevision"] = spec.FileName,
    };

    /// <summary>How every chart behaves. Names of months and days are the language's own.</summary>
    public JsonObject Config()
    {
        var dates = Culture.DateTimeFormat;
        return new JsonObject
        {
            // The page's module fits charts to their cards.
            ["responsive"] = false,
            ["displayModeBar"] = false,
            ["displaylogo"] = false,
            ["showSendToCloud"] = false,
            ["locale"] = "reader",
            ["locales"] = new JsonObject
            {
                ["reader"] = new JsonObject
                {
                    ["dictionary"] = new JsonObject
                    {
                        ["Lasso Select"] = Texts.ChartsLasso,
                        ["Box Select"] = Texts.ChartsBox,
                        ["Pan"] = Texts.ChartsPan,
                        ["Zoom in"] = Texts.ChartsZoomIn,
                        ["Zoom out"] = Texts.ChartsZoomOut,
                        ["Reset axes"] = Texts.ChartsReset,
                    },
                    ["format"] = new JsonObject
                    {
                        ["days"] = PlotlyArrays.Words(dates.DayNames),
                        ["shortDays"] = PlotlyArrays.Words(dates.AbbreviatedDayNames.Select(Short)),
                        ["months"] = PlotlyArrays.Words(dates.MonthNames.Take(12)),
                        ["shortMonths"] = PlotlyArrays.Words(dates.AbbreviatedMonthNames.Take(12).Select(Short)),
                        ["date"] = Culture.TwoLetterISOLanguageName == "pt" ? "%d/%m/%Y" : "%m/%d/%Y",
                        ["decimal"] = Culture.NumberFormat.NumberDecimalSeparator,
                        ["thousands"] = GroupMark,
                        ["currency"] = PlotlyArrays.Words([Currency.Prefix, ""]),
                    },
                },
            },
        };
    }

    /// <summary>How charts behave that a reader moves about in: buttons zoom, for those who have no wheel, and lead back.</summary>
    /// <param name="layout">Gets the colours of the buttons.</param>
    public JsonObject ZoomConfig(JsonObject layout)
    {
        var config = Config();
        config["displayModeBar"] = true;
        config["modeBarButtons"] = new JsonArray(PlotlyArrays.Words(["zoomIn2d", "zoomOut2d", "resetScale2d"]));
        layout["modebar"] = new JsonObject { ["orientation"] = "v", ["bgcolor"] = "rgba(0,0,0,0)", ["color"] = Quiet, ["activecolor"] = Strong };
        return config;
    }

    /// <summary>An axis.</summary>
    /// <param name="axis">What it measures.</param>
    /// <param name="canZoom">True where dragging zooms it.</param>
    public JsonObject Axis(ChartAxis axis, bool canZoom = false)
    {
        var json = new JsonObject
        {
            ["title"] = new JsonObject { ["text"] = PlotlyText.Encode(axis.Title), ["font"] = Font(Quiet), ["standoff"] = 10 },
            ["type"] = axis.Scale switch { AxisScale.Log => "log", AxisScale.Date => "date", _ => "linear" },
            ["gridcolor"] = Grid,
            ["zerolinecolor"] = Line,
            ["tickfont"] = Font(Quiet),
            ["automargin"] = true,
            // The margin has room for a label that stands half beyond its axis: none is hidden, and none measured to find out.
            ["ticklabeloverflow"] = "allow",
            ["fixedrange"] = !canZoom,
            ["showticklabels"] = axis.Ticks != TickStyle.None,
        };
        if (axis.Scale != AxisScale.Date)
        {
            json["tickformat"] = Format(axis.Ticks);
        }
        else
        {
            // Days at the finest, for values are days. The year is told once, below.
            json["tickformatstops"] = new JsonArray(Stop(null, 86_399_999, ""), Stop(86_400_000, "M1", "%-d %b\n%Y"), Stop("M1", "M12", "%b\n%Y"), Stop("M12", null, "%Y"));
        }

        if (axis.Scale == AxisScale.Log)
        {
            json["dtick"] = 1;
        }

        if (axis.Ticks == TickStyle.None)
        {
            json["zeroline"] = false;
        }

        if (axis.From is { } from && axis.To is { } to)
        {
            json["range"] = new JsonArray(End(axis, from), End(axis, to));
        }
        else if (axis.From is { } || axis.To is { })
        {
            json["autorangeoptions"] = new JsonObject { ["minallowed"] = axis.From is { } low ? End(axis, low) : null, ["maxallowed"] = axis.To is { } high ? End(axis, high) : null };
        }

        return json;
    }

    /// <summary>A colour bar.</summary>
    public JsonObject ColourBar(string title, TickStyle ticks) => new()
    {
        ["title"] = new JsonObject { ["text"] = PlotlyText.Encode(title), ["font"] = Font(Quiet), ["side"] = "top" },
        ["tickfont"] = Font(Quiet),
        ["tickformat"] = Format(ticks),
        ["orientation"] = "h",
        ["thickness"] = 10,
        ["len"] = 0.6,
        ["x"] = 0.5,
        ["y"] = -0.02,
        ["yanchor"] = "top",
        ["outlinewidth"] = 0,
    };

    /// <summary>Text of a colour, in the chart's own type.</summary>
    public static JsonObject Font(string colour) => new() { ["color"] = colour };

    /// <summary>A tick style in d3's words.</summary>
    public static string Format(TickStyle ticks) => ticks switch { TickStyle.Compact => "~s", TickStyle.Money => Currency.Code.Length == 0 ? "~s" : "$~s", TickStyle.Percent => ".0~%", TickStyle.Whole => ",d", _ => ",~r" };

    private static JsonObject Stop(JsonNode? from, JsonNode? to, string format) => new() { ["dtickrange"] = new JsonArray(from, to), ["value"] = format };

    private static string Short(string name) => name.TrimEnd('.');

    // Some languages separate thousands by a blank that the font of charts may lack.
    private string GroupMark => Culture.NumberFormat.NumberGroupSeparator is { Length: 1 } mark && !char.IsWhiteSpace(mark[0]) ? mark : " ";

    // An end of a logarithmic axis is given as its exponent.
    private static JsonValue End(ChartAxis axis, double value) => axis.Scale switch
    {
        AxisScale.Log => JsonValue.Create(Math.Log10(value)),
        AxisScale.Date => JsonValue.Create(PlotlyArrays.Day(value)),
        _ => JsonValue.Create(value),
    };
}
