using Insiders.Core.Application.Settings;
using Insiders.Web.Charts.Theme;
using Insiders.Web.Components;

namespace Insiders.Web.Account;

/// <summary>The theme colours of pages that are rendered without a circuit; they follow the system where no theme was chosen.</summary>
public static class AccountStyle
{
    /// <summary>The style sheet.</summary>
    public static string For(Appearance appearance)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        return appearance.Choice switch
        {
            ThemeChoice.Light => Scheme("light", dark: false),
            ThemeChoice.Dark => Scheme("dark", dark: true),
            _ => $"{Scheme("light", dark: false)} @media (prefers-color-scheme: dark) {{ {Scheme("dark", dark: true)} }}",
        };
    }

    private static string Scheme(string name, bool dark)
    {
        var palette = InsidersTheme.PaletteOf(dark);
        return $"html, html[data-scheme] {{ color-scheme: {name}; font-family: {InsidersTheme.FontStack}; background: {palette.Background}; color: {palette.TextPrimary}; "
            + Variable("background", palette.Background) + Variable("surface", palette.Surface) + Variable("text-primary", palette.TextPrimary)
            + Variable("text-secondary", palette.TextSecondary) + Variable("primary", palette.Primary) + Variable("primary-text", palette.PrimaryContrastText)
            + Variable("lines-default", palette.LinesDefault) + Variable("lines-inputs", palette.LinesInputs) + Variable("error", palette.Error)
            + Variable("success", palette.Success) + "}";
    }

    private static string Variable(string name, MudBlazor.Utilities.MudColor colour) => $"--mud-palette-{name}: {colour}; ";
}
