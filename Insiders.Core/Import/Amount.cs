using System.Runtime.CompilerServices;

namespace Insiders.Core.Import;

/// <summary>Numbers as sales files write them: signs, thousands, a decimal mark, a currency sign before or after.</summary>
internal static class Amount
{
    /// <summary>A price is kept in ten-thousandths: four decimals.</summary>
    public const long Scale = 10_000;

    /// <summary>The largest amount of a sale, in ten-thousandths: 18 digits.</summary>
    public const long Largest = 999_999_999_999_999_999;

    private const int WholeDigits = 14;

    private static readonly byte[][] s_currencies = ["R$"u8.ToArray(), "US$"u8.ToArray(), "$"u8.ToArray(), "€"u8.ToArray(), "£"u8.ToArray()];

    /// <summary>Reads a number into ten-thousandths.</summary>
    /// <param name="text">UTF-8, trimmed.</param>
    /// <param name="mark">What stands before the fraction. The other mark, a blank or an apostrophe may group thousands, then strictly by three.</param>
    /// <param name="tenThousandths">The value times 10,000, further decimals rounded half away from zero.</param>
    /// <param name="exact">False when decimals were rounded off.</param>
    /// <returns>False when the text is no such number or has more than 14 digits before the mark.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, DecimalMark mark, out long tenThousandths, out bool exact) =>
        TryReadPlain(text, mark, out tenThousandths, out exact)
        || (TryWithoutCurrency(text, out var number, out var negative) && TryReadPlain(number, mark, out tenThousandths, out exact)
            && (!negative || Negate(ref tenThousandths)));

    /// <summary>Which mark a number proves to be the decimal one; null when it would be a number either way, or neither.</summary>
    public static DecimalMark? MarkOf(ReadOnlySpan<byte> text)
    {
        var point = TryRead(text, DecimalMark.Point, out _, out _);
        var comma = TryRead(text, DecimalMark.Comma, out _, out _);
        return point == comma ? null : point ? DecimalMark.Point : DecimalMark.Comma;
    }

    private static bool Negate(ref long value)
    {
        value = -value;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryReadPlain(ReadOnlySpan<byte> text, DecimalMark mark, out long value, out bool exact)
    {
        value = 0;
        exact = true;
        var at = text is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        var decimalMark = mark == DecimalMark.Point ? (byte)'.' : (byte)',';
        long whole = 0;
        int digits = 0, sinceGroup = 0;
        var grouped = false;
        for (; at < text.Length && text[at] != decimalMark; at++)
        {
            if (text[at] is >= (byte)'0' and <= (byte)'9')
            {
                whole = whole * 10 + text[at] - '0';
                sinceGroup++;
                if (++digits > WholeDigits)
                {
                    return false;
                }
            }
            else
            {
                var width = GroupWidth(text[at..], mark);
                if (width == 0 || whole == 0 || (grouped ? sinceGroup != 3 : sinceGroup > 3))
                {
                    return false;
                }

                at += width - 1;
                grouped = true;
                sinceGroup = 0;
            }
        }

        if (grouped && sinceGroup != 3)
        {
            return false;
        }

        value = whole * Scale;
        if (at < text.Length && !TryFraction(text[(at + 1)..], ref digits, ref value, out exact))
        {
            return false;
        }

        value = text is [(byte)'-', ..] ? -value : value;
        return digits > 0;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, ref int digits, ref long value, out bool exact)
    {
        exact = true;
        var unit = Scale / 10;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            value += unit > 0 ? digit * unit : i == 4 && digit >= 5 ? 1 : 0;
            exact &= unit > 0 || digit == 0;
            unit /= 10;
            digits++;
        }

        return true;
    }

    private static int GroupWidth(ReadOnlySpan<byte> text, DecimalMark mark) => text switch
    {
        [(byte)',', ..] when mark == DecimalMark.Point => 1,
        [(byte)'.', ..] when mark == DecimalMark.Comma => 1,
        [(byte)' ' or (byte)'\'', ..] => 1,
        [0xC2, 0xA0, ..] => 2, // no-break space
        [0xE2, 0x80, 0xAF, ..] => 3, // narrow no-break space, the French one
        _ => 0,
    };

    private static bool TryWithoutCurrency(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> number, out bool negative)
    {
        negative = text is [(byte)'-', ..];
        number = Blanks.Trim(negative ? text[1..] : text);
        foreach (var currency in s_currencies)
        {
            if (number.StartsWith(currency) || number.EndsWith(currency))
            {
                number = Blanks.Trim(number.StartsWith(currency) ? number[currency.Length..] : number[..^currency.Length]);
                return !(negative && number is [(byte)'-', ..]);
            }
        }

        return false;
    }
}
