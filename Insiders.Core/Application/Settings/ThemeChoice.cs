namespace Insiders.Core.Application.Settings;

/// <summary>How light the pages are to be.</summary>
public enum ThemeChoice
{
    /// <summary>As the operating system says.</summary>
    System,

    /// <summary>Dark text on light ground.</summary>
    Light,

    /// <summary>Light text on dark ground.</summary>
    Dark,
}
