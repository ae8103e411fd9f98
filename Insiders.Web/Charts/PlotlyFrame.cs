using System.Globalization;
using Insiders.Web.Shell;
using Plotly.Blazor;
using Plotly.Blazor.ConfigLib;

namespace Insiders.Web.Charts;

/// <summary>What every chart has in common: the theme's colours and type, the language's number marks, no tool bar.</summary>
internal static class PlotlyFrame
{
    /// <summary>A layout without axes and margins.</summary>
    public static Plotly.Blazor.Layout Layout(ChartSpec spec, bool dark, CultureInfo culture)
    {
        var palette = InsidersTheme.PaletteOf(dark);
        var number = culture.NumberFormat;
        return new Plotly.Blazor.Layout
        {
            Height = spec.Height,
            AutoSize = true,
            PaperBgColor = "rgba(0,0,0,0)",
            PlotBgColor = "rgba(0,0,0,0)",
            Separators = $"{number.NumberDecimalSeparator}{number.NumberGroupSeparator}",
            ShowLegend = false,
            Font = new Plotly.Blazor.LayoutLib.Font { Family = InsidersTheme.FontStack, Size = 12, Color = palette.TextPrimary.ToString() },
            HoverLabel = new Plotly.Blazor.LayoutLib.HoverLabel { BgColor = palette.Surface.ToString(), BorderColor = palette.LinesInputs.ToString() },
        };
    }

    /// <summary>How every chart behaves.</summary>
    public static Config Config() => new() { Responsive = true, DisplayModeBar = DisplayModeBarEnum.False, DisplayLogo = false, ShowSendToCloud = false };
}
