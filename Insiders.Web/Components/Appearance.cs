using Insiders.Core.Application.Settings;

namespace Insiders.Web.Components;

/// <summary>The theme a person chose, and what that meant when it was last seen: pages are drawn right before any script runs.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="IsDark">Whether pages are dark: chosen, or what the system asked for at the last visit.</param>
public sealed record Appearance(ThemeChoice Choice, bool IsDark)
{
    /// <summary>The cookie that keeps it.</summary>
    public const string CookieName = "insiders-theme";

    /// <summary>What nobody has chosen yet.</summary>
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
