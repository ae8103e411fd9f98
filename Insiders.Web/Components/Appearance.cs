using Insiders.Core.Application.Settings;

namespace Insiders.Web.Components;

/// <summary>The theme a person chose, and whether it was dark at the last visit, so that pages are rendered correctly before any script runs.</summary>
/// <param name="Choice">The chosen theme.</param>
/// <param name="IsDark">Whether pages are dark, by choice or by the system's preference at the last visit.</param>
public sealed record Appearance(ThemeChoice Choice, bool IsDark)
{
    /// <summary>The name of the cookie that stores it.</summary>
    public const string CookieName = "insiders-theme";

    /// <summary>The default before anything is chosen.</summary>
    public static Appearance Default { get; } = new(ThemeChoice.System, IsDark: false);

    /// <summary>The scheme's name in CSS.</summary>
    public string Scheme => IsDark ? "dark" : "light";

    /// <summary>Reads the cookie; anything unknown is the default.</summary>
    public static Appearance FromCookie(string? text) => text switch
    {
        "light" => new(ThemeChoice.Light, IsDark: false),
        "dark" => new(ThemeChoice.Dark, IsDark: true),
        "system-dark" => new(ThemeChoice.System, IsDark: true),
        _ => Default,
    };

    /// <summary>The cookie's text.</summary>
    public string ToCookie() => Choice == ThemeChoice.System ? $"system-{Scheme}" : Scheme;
}
