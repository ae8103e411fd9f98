using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Insiders.Web.Localization;

/// <summary>The languages of the screens, which also determine number and date formats.</summary>
public static class Languages
{
    /// <summary>The languages; English comes first because it is the default for browsers that ask for neither.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [Of("en"), Of("pt-BR")];

    /// <summary>The name of a language in that language.</summary>
    public static string NameOf(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.Name == "pt-BR" ? "Português (Brasil)" : "English";
    }

    /// <summary>True when a culture is supported.</summary>
    public static bool Has(string? name) => All.Any(culture => culture.Name == name);

    /// <summary>The address that changes the language and returns to the current page.</summary>
    public static string LinkTo(CultureInfo culture, string back)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return $"/preferences/language?culture={culture.Name}&back={Uri.EscapeDataString(back)}";
    }

    /// <summary>Stores a language in a cookie.</summary>
    public static void Remember(HttpResponse response, string culture)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
    }

    // Numbers are written with the typographic minus sign; input fields accept the hyphen as well.
    private static CultureInfo Of(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.NegativeSign = "−";
        return CultureInfo.ReadOnly(culture);
    }
}
