using Insiders.Web.Charts.Spec;
using Plotly.Blazor.LayoutLib;
using XLib = Plotly.Blazor.LayoutLib.XAxisLib;
using YLib = Plotly.Blazor.LayoutLib.YAxisLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>An axis before its direction is known, because Plotly's typed classes for x and y axes have no common base.</summary>
internal sealed record PlotlyAxis
{
    /// <summary>Its title, encoded.</summary>
    public required string Title { get; init; }

    /// <summary>How numbers map to distances.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>True for an axis of names.</summary>
    public bool HasCategories { get; init; }

    /// <summary>Colour of its title.</summary>
    public required string TitleColour { get; init; }

    /// <summary>Colour of its labels.</summary>
    public required string LabelColour { get; init; }

    /// <summary>Colour of the lines at its ticks.</summary>
    public required string GridColour { get; init; }

    /// <summary>Colour of the line at zero.</summary>
    public required string ZeroColour { get; init; }

    /// <summary>False for none; Plotly decides when unset.</summary>
    public bool? HasGrid { get; init; }

    /// <summary>False for none; Plotly decides when unset.</summary>
    public bool? HasZeroLine { get; init; }

    /// <summary>True when dragging zooms it.</summary>
    public bool CanZoom { get; init; }

    /// <summary>False when its numbers have no meaning of their own.</summary>
    public bool HasLabels { get; init; } = true;

    /// <summary>Number format, in d3's syntax.</summary>
    public string? Format { get; init; }

    /// <summary>Distance between ticks.</summary>
    public int? Step { get; init; }

    /// <summary>Maximum number of ticks.</summary>
    public int? Ticks { get; init; }

    /// <summary>Positions of the ticks.</summary>
    public object?[]? TickPlaces { get; init; }

    /// <summary>Labels of the ticks, encoded.</summary>
    public string[]? TickTexts { get; init; }

    /// <summary>Both ends of the axis, when set.</summary>
    public object[]? Range { get; init; }

    /// <summary>The ends when only one is set and the data decide the other.</summary>
    public (object? From, object? To) Limits { get; init; }

    /// <summary>True when the first name is at the far end.</summary>
    public bool IsReversed { get; init; }

    // Days are the finest unit because values are days. The year is written once, below.
    private static (object? From, object? To, string Format)[] DayFormats => [(null, 86_399_999, ""), (86_400_000, "M1", "%-d %b\n%Y"), ("M1", "M12", "%b\n%Y"), ("M12", null, "%Y")];

    /// <summary>Converts it to a horizontal axis.</summary>
    public XAxis Across() => new()
    {
        Title = new() { Text = Title, Font = new() { Color = TitleColour }, Standoff = 10 },
        Type = HasCategories ? XLib.TypeEnum.Category : Scale switch { AxisScale.Log => XLib.TypeEnum.Log, AxisScale.Date => XLib.TypeEnum.Date, _ => XLib.TypeEnum.Linear },
        GridColor = GridColour,
        ZeroLineColor = ZeroColour,
        ShowGrid = HasGrid,
        ZeroLine = HasZeroLine,
        TickFont = new() { Color = LabelColour },
        AutoMargin = XLib.AutoMarginFlag.True,
        // The margin has room for a label that extends half beyond its axis, so no label is hidden or measured.
        TickLabelOverflow = XLib.TickLabelOverflowEnum.Allow,
        FixedRange = !CanZoom,
        ShowTickLabels = HasLabels,
        TickFormat = Format,
        TickFormatStops = Scale == AxisScale.Date ? [.. DayFormats.Select(stop => new XLib.TickFormatStop { DTickRange = [stop.From, stop.To], Value = stop.Format })] : null,
        DTick = Step,
        NTicks = Ticks,
        TickVals = TickPlaces,
        TickText = TickTexts,
        Range = Range,
        AutoRange = IsReversed ? XLib.AutoRangeEnum.Reversed : null,
        AutoRangeOptions = Limits is (null, null) ? null : new() { MinAllowed = Limits.From, MaxAllowed = Limits.To },
    };

    /// <summary>Converts it to a vertical axis.</summary>
    public YAxis Upright() => new()
    {
        Title = new() { Text = Title, Font = new() { Color = TitleColour }, Standoff = 10 },
        Type = HasCategories ? YLib.TypeEnum.Category : Scale switch { AxisScale.Log => YLib.TypeEnum.Log, AxisScale.Date => YLib.TypeEnum.Date, _ => YLib.TypeEnum.Linear },
        GridColor = GridColour,
        ZeroLineColor = ZeroColour,
        ShowGrid = HasGrid,
        ZeroLine = HasZeroLine,
        TickFont = new() { Color = LabelColour },
        AutoMargin = YLib.AutoMarginFlag.True,
        TickLabelOverflow = YLib.TickLabelOverflowEnum.Allow,
        FixedRange = !CanZoom,
        ShowTickLabels = HasLabels,
        TickFormat = Format,
        TickFormatStops = Scale == AxisScale.Date ? [.. DayFormats.Select(stop => new YLib.TickFormatStop { DTickRange = [stop.From, stop.To], Value = stop.Format })] : null,
        DTick = Step,
        NTicks = Ticks,
        TickVals = TickPlaces,
        TickText = TickTexts,
        Range = Range,
        AutoRange = IsReversed ? YLib.AutoRangeEnum.Reversed : null,
        AutoRangeOptions = Limits is (null, null) ? null : new() { MinAllowed = Limits.From, MaxAllowed = Limits.To },
    };
}
