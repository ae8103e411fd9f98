using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace Insiders.Web.Localization;

/// <summary>The currency of amounts, ambient like the current culture; <see cref="Format"/>, headings and axes use it.</summary>
/// <remarks>
/// It belongs to the request or to the page's connection and flows with it just as <see cref="CultureInfo.CurrentCulture"/> does. It is
/// looked up on each use, so a currency set by an administrator shows on open pages. Without one, amounts have no symbol.
/// </remarks>
public static class Currency
{
    private static readonly AsyncLocal<Func<string>?> s_code = new();
    private static readonly ImmutableArray<string> s_common = ["BRL", "EUR", "GBP", "USD"];
    private static readonly Lazy<ImmutableArray<string>> s_offered = new(() =>
    [
        .. s_common,
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).ISOCurrencySymbol)
            .Where(code => code.Length == 3 && code.All(char.IsAsciiLetterUpper) && code[0] != 'X').Distinct().Except(s_common).Order(StringComparer.Ordinal),
    ]);
    private static readonly ConcurrentDictionary<(string Culture, string Code), NumberFormatInfo> s_formats = new();

    /// <summary>Three letters, such as GBP; empty for none.</summary>
    public static string Code => s_code.Value?.Invoke() ?? "";

    /// <summary>Its symbol in the reader's language; empty for none.</summary>
    public static string Symbol => Code is { Length: > 0 } code ? SymbolOf(code) : "";

    /// <summary>The prefix of an amount, including a space where the symbol needs one before the number; empty for none.</summary>
    public static string Prefix => Code is { Length: > 0 } code ? PrefixOf(code) : "";

    /// <summary>Codes to choose from: the most used ones first, then all others alphabetically.</summary>
    public static ImmutableArray<string> Offered => s_offered.Value;

    /// <summary>From here on, amounts are written in the currency that the given function returns on each use.</summary>
    public static void Follow(Func<string> code) => s_code.Value = code;

    /// <summary>Formats an amount with the given number of decimals, in the currency if there is one.</summary>
    internal static string Write(double amount, int decimals) => Code is { Length: > 0 } code
        ? amount.ToString(decimals == 0 ? "C0" : "C2", s_formats.GetOrAdd((CultureInfo.CurrentCulture.Name, code), _ => FormatOf(code)))
        : amount.ToString(decimals == 0 ? "N0" : "N2", CultureInfo.CurrentCulture);

    private static string SymbolOf(string code) => code switch
    {
        "BRL" => "R$",
        "EUR" => "€",
        "GBP" => "£",
        "USD" => IsPortuguese ? "US$" : "$",
        _ => code,
    };

    private static bool IsPortuguese => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "pt";

    private static string PrefixOf(string code) => SymbolOf(code) is var symbol && (IsPortuguese || symbol == code) ? symbol + "\u00a0" : symbol;

    private static NumberFormatInfo FormatOf(string code)
    {
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        // The framework uses a breaking space between a currency and its amount.
        (format.CurrencySymbol, format.CurrencyPositivePattern, format.CurrencyNegativePattern) = (PrefixOf(code), 0, 1);
        return format;
    }
}
