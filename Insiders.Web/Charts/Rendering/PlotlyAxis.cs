using Insiders.Web.Charts.Spec;
using Plotly.Blazor.LayoutLib;
using XLib = Plotly.Blazor.LayoutLib.XAxisLib;
using YLib = Plotly.Blazor.LayoutLib.YAxisLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>An axis before it is known to lie across or to stand upright: Plotly's typed classes for the two have nothing in common.</summary>
internal sealed record PlotlyAxis
{
    /// <summary>What it measures, made harmless.</summary>
    public required string Title { get; init; }

    /// <summary>How numbers become distances.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>True where places are names.</summary>
    public bool HasCategories { get; init; }

    /// <summary>Colour of its name.</summary>
    public required string TitleColour { get; init; }

    /// <summary>Colour of its labels.</summary>
    public required string LabelColour { get; init; }

    /// <summary>Colour of the lines at its ticks.</summary>
    public required string GridColour { get; init; }

    /// <summary>Colour of the line at zero.</summary>
    public required string ZeroColour { get; init; }

    /// <summary>False for none; Plotly decides where unset.</summary>
    public bool? HasGrid { get; init; }

    /// <summary>False for none; Plotly decides where unset.</summary>
    public bool? HasZeroLine { get; init; }

    /// <summary>True where dragging zooms it.</summary>
    public bool CanZoom { get; init; }

    /// <summary>False where its numbers mean nothing by themselves.</summary>
    public bool HasLabels { get; init; } = true;

    /// <summary>How numbers are written, in d3's words.</summary>
    public string? Format { get; init; }

    /// <summary>From one tick to the next.</summary>
    public int? Step { get; init; }

    /// <summary>Ticks at most.</summary>
    public int? Ticks { get; init; }

    /// <summary>Where ticks stand.</summary>
    public object?[]? TickPlaces { get; init; }

    /// <summary>What is written at them, made harmless.</summary>
    public string[]? TickTexts { get; init; }

    /// <summary>Both ends.</summary>
    public object[]? Range { get; init; }

    /// <summary>The one end that is set, where the data decide the other.</summary>
    public (object? From, object? To) Limits { get; init; }

    /// <summary>True where the first name stands at the far end.</summary>
    public bool IsReversed { get; init; }

    // Days at the finest, for values are days. The year is told once, below.
    private static (object? From, object? To, string Format)[] DayFormats => [(null, 86_399_999, ""), (86_400_000, "M1", "%-d %b\n%Y"), ("M1", "M12", "%b\n%Y"), ("M12", null, "%Y")];

    /// <summary>The axis across.</summary>
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
        // The margin has room for a label that stands half beyond its axis: none is hidden, and none measured to find out.
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

    /// <summary>The axis upwards.</summary>
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
