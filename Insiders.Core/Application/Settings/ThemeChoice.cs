namespace Insiders.Core.Application.Settings;

/// <summary>The colour theme of the pages.</summary>
public enum ThemeChoice
{
    /// <summary>As set in the operating system.</summary>
    System,

    /// <summary>Dark text on a light background.</summary>
    Light,

    /// <summary>Light text on a dark background.</summary>
    Dark,
}
