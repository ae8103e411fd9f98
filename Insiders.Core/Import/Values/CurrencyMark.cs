using System.Buffers;
using System.Globalization;
using System.Text;

namespace Insiders.Core.Import.Values;

/// <summary>Signs and codes of currencies as they stand before or after a number.</summary>
internal static class CurrencyMark
{
    // ISO 4217 of the countries that ledgers come from, and the signs that are letters.
    private static readonly string[] s_words =
    [
        "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KRW", "MAD", "MXN",
        "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PLN", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "UYU", "VND", "ZAR",
        "zł", "zl", "kr", "kr.", "Kč", "Kc", "Ft", "lei", "lv", "лв", "руб", "руб.", "Fr.", "SFr.", "Rs", "Rs.", "RM", "Rp", "S/", "S/.", "TL", "KM", "din",
    ];

    private static readonly byte[][] s_bytes = [.. s_words.OrderByDescending(word => word.Length).Select(Encoding.UTF8.GetBytes)];

    // Signs that belong to one currency; $, kr and £ written by several countries stay what they are.
    private static readonly Dictionary<string, string> s_codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR",
        ["EURO"] = "EUR",
        ["EUROS"] = "EUR",
        ["£"] = "GBP",
        ["US$"] = "USD",
        ["U$"] = "USD",
        ["R$"] = "BRL",
        ["REAL"] = "BRL",
        ["REAIS"] = "BRL",
        ["A$"] = "AUD",
        ["AU$"] = "AUD",
        ["C$"] = "CAD",
        ["CA$"] = "CAD",
        ["zł"] = "PLN",
        ["zl"] = "PLN",
        ["Kč"] = "CZK",
        ["Kc"] = "CZK",
        ["Ft"] = "HUF",
        ["₹"] = "INR",
        ["Rs"] = "INR",
        ["Rs."] = "INR",
        ["руб"] = "RUB",
        ["руб."] = "RUB",
        ["₽"] = "RUB",
        ["₺"] = "TRY",
        ["TL"] = "TRY",
        ["₪"] = "ILS",
        ["₴"] = "UAH",
        ["лв"] = "BGN",
        ["lv"] = "BGN",
        ["lei"] = "RON",
        ["S/"] = "PEN",
        ["S/."] = "PEN",
        ["RM"] = "MYR",
        ["Rp"] = "IDR",
        ["Fr."] = "CHF",
        ["SFr."] = "CHF",
        ["kr."] = "KR",
    };

    /// <summary>What a currency is called however it is written: its code where that is known.</summary>
    public static string NameOf(string text) => s_codes.GetValueOrDefault(text) ?? text.ToUpperInvariant();

    /// <summary>How many bytes a currency takes at the start of a text, or else at its end.</summary>
    /// <param name="text">UTF-8, trimmed.</param>
    /// <param name="atEnd">True when it stands at the end.</param>
    /// <returns>0 when neither end has one. A sign may have letters before it: <c>R$</c>, <c>US$</c>.</returns>
    public static int Length(ReadOnlySpan<byte> text, out bool atEnd)
    {
        atEnd = false;
        if (text.IsEmpty || (IsOfNumber(text[0]) && IsOfNumber(text[^1])))
        {
            return 0;
        }

        if (!IsOfNumber(text[0]))
        {
            return LengthAtStart(text);
        }

        atEnd = true;
        foreach (var word in s_bytes)
        {
            if (EndsWith(text, word))
            {
                return word.Length;
            }
        }

        return Rune.DecodeLastFromUtf8(text, out var last, out var width) == OperationStatus.Done && Rune.GetUnicodeCategory(last) == UnicodeCategory.CurrencySymbol ? width : 0;
    }

    private static int LengthAtStart(ReadOnlySpan<byte> text)
    {
        foreach (var word in s_bytes)
        {
            if (text.Length > word.Length && EndsWith(text[..word.Length], word) && !char.IsAsciiLetter((char)text[word.Length]) && text[word.Length] != '$')
            {
                return word.Length;
            }
        }

        var letters = 0;
        while (letters < 3 && letters < text.Length && char.IsAsciiLetterUpper((char)text[letters]))
        {
            letters++;
        }

        return Rune.DecodeFromUtf8(text[letters..], out var sign, out var width) == OperationStatus.Done && Rune.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol ? letters + width : 0;
    }

    private static bool EndsWith(ReadOnlySpan<byte> text, byte[] word)
    {
        if (text.Length < word.Length)
        {
            return false;
        }

        // Codes are written in any case; signs that are letters of another alphabet as they stand.
        var end = text[^word.Length..];
        for (var i = 0; i < word.Length; i++)
        {
            var (one, other) = (end[i], word[i]);
            if (one != other && !(char.IsAsciiLetter((char)one) && (one | 0x20) == (other | 0x20)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOfNumber(byte letter) => letter is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)',' or (byte)'-' or (byte)'(' or (byte)')' or (byte)'+';
}
