using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;

namespace Insiders.Web.Localization;

/// <summary>The currency that amounts are written in, as the language is the one they are read in: <see cref="Format"/>, headings and axes ask here.</summary>
/// <remarks>
/// It belongs to the request or to the page's connection, which it follows wherever <see cref="CultureInfo.CurrentCulture"/> follows it, and is
/// asked for anew each time: a currency that an administrator sets shows on pages that are open. Where nobody set one, amounts are bare.
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

    /// <summary>How the reader's language writes it beside an amount; empty for none.</summary>
    public static string Symbol => Code is { Length: > 0 } code ? SymbolOf(code) : "";

    /// <summary>What stands before an amount, a blank included where it needs one to stay apart from the number; empty for none.</summary>
    public static string Prefix => Code is { Length: > 0 } code ? PrefixOf(code) : "";

    /// <summary>Codes to choose from: the ones in most use first, then all others of the world by their letters.</summary>
    public static ImmutableArray<string> Offered => s_offered.Value;

    /// <summary>Writes amounts from here on in the currency that a setting names whenever it is asked.</summary>
    public static void Follow(Func<string> code) => s_code.Value = code;

    /// <summary>An amount with as many decimals, in the currency where there is one.</summary>
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
        // The framework's own blank breaks lines between a currency and its amount.
        (format.CurrencySymbol, format.CurrencyPositivePattern, format.CurrencyNegativePattern) = (PrefixOf(code), 0, 1);
        return format;
    }
}
