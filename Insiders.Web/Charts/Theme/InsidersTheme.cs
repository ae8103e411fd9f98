using MudBlazor;

namespace Insiders.Web.Charts.Theme;

/// <summary>Colours, fonts and shapes of every page: the one place to change how the product looks.</summary>
public static class InsidersTheme
{
    private static readonly string[] s_font =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"];

    /// <summary>The theme, with both palettes.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0f5c6e",
            Secondary = "#b4581a",
            Background = "#f5f7f8",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#1b2a31",
            DrawerBackground = "#ffffff",
            DrawerText = "#42535b",
            DrawerIcon = "#5a6b73",
            TextPrimary = "#17242a",
            TextSecondary = "#56666e",
            ActionDefault = "#56666e",
            LinesDefault = "#e1e7ea",
            LinesInputs = "#b7c3c9",
            TableLines = "#e1e7ea",
            TableHover = "#f3f7f8",
            Divider = "#e1e7ea",
            Error = "#b3261e",
            Success = "#1d7a46",
            Warning = "#9a6700",
            Info = "#0b62a8",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6cc5d3",
            PrimaryContrastText = "#0b1a1f",
            Secondary = "#f0a868",
            Background = "#10171b",
            Surface = "#182127",
            AppbarBackground = "#141c21",
            AppbarText = "#e3eaed",
            DrawerBackground = "#141c21",
            DrawerText = "#b3c1c7",
            DrawerIcon = "#93a3aa",
            TextPrimary = "#e3eaed",
            TextSecondary = "#9fb0b8",
            ActionDefault = "#9fb0b8",
            LinesDefault = "#29343b",
            LinesInputs = "#4a5962",
            TableLines = "#29343b",
            TableHover = "#1e2930",
            Divider = "#29343b",
            Error = "#ef6a61",
            Success = "#6fcf97",
            Warning = "#e5b567",
            Info = "#7ab8f5",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = s_font, FontSize = "0.875rem", LineHeight = "1.45", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = s_font },
            H2 = new H2Typography { FontFamily = s_font },
            H3 = new H3Typography { FontFamily = s_font },
            H4 = new H4Typography { FontFamily = s_font },
            H5 = new H5Typography { FontFamily = s_font },
            H6 = new H6Typography { FontFamily = s_font },
            Subtitle1 = new Subtitle1Typography { FontFamily = s_font },
            Subtitle2 = new Subtitle2Typography { FontFamily = s_font },
            Body1 = new Body1Typography { FontFamily = s_font, FontSize = "0.875rem", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = s_font, FontSize = "0.8125rem", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = s_font, FontSize = "0.8125rem", FontWeight = "550", TextTransform = "none", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontFamily = s_font },
            Overline = new OverlineTypography { FontFamily = s_font },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "200px", AppbarHeight = "56px" },
    };

    /// <summary>The palette of a theme.</summary>
    public static Palette PaletteOf(bool dark) => dark ? Theme.PaletteDark : Theme.PaletteLight;

    /// <summary>The font stack as CSS, for components that draw their own text.</summary>
    public static string FontStack { get; } = string.Join(", ", s_font);
}
