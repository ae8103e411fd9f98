using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Insiders.Web.Localization;

/// <summary>The languages of the screens; numbers and dates follow.</summary>
public static class Languages
{
    /// <summary>English first: it is what a browser gets that asks for neither.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [Of("en"), Of("pt-BR")];

    /// <summary>What a language is called by those who speak it.</summary>
    public static string NameOf(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.Name == "pt-BR" ? "Português (Brasil)" : "English";
    }

    /// <summary>True when a culture is one of ours.</summary>
    public static bool Has(string? name) => All.Any(culture => culture.Name == name);

    /// <summary>The address that changes the language and comes back.</summary>
    public static string LinkTo(CultureInfo culture, string back)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return $"/preferences/language?culture={culture.Name}&back={Uri.EscapeDataString(back)}";
    }

    /// <summary>Keeps a language in the browser.</summary>
    public static void Remember(HttpResponse response, string culture)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
    }

    // A minus as typesetters write it, wherever a number is written; fields that people type into take the hyphen as well.
    private static CultureInfo Of(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat.NegativeSign = "−";
        return CultureInfo.ReadOnly(culture);
    }
}
